using Engine.Planning;
using Engine.Previewing;
using Engine.Tests.Previewing;
using Engine.Values;
using Pulumirpc;
using static Engine.Tests.Make;

namespace Engine.Tests.Providers;

/// <summary>A remote component with a built-in model has its children in the plan.</summary>
public sealed class EcrRepositoryTests
{
    private const string Component = "awsx:ecr:Repository";
    private const string Repository = "aws:ecr/repository:Repository";
    private const string Policy = "aws:ecr/lifecyclePolicy:LifecyclePolicy";
    private const string Prefix = $"urn:pulumi:dev::shop::{Component}$";

    [Test]
    public async Task Children_are_named_in_small_letters_below_the_component()
    {
        var (answer, result) = await RegisterAsync(Map(("name", "shop/api"), ("forceDelete", true)));

        var repository = result.Plan.Steps.Single(step => step.Urn == $"{Prefix}{Repository}::api").New!;
        var policy = result.Plan.Steps.Single(step => step.Urn == $"{Prefix}{Policy}::api").New!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Plan.Diagnostics, Is.Empty);
            Assert.That(repository.Inputs, Is.EqualTo(Map(("forceDelete", true), ("name", "shop/api"))));
            Assert.That(repository.Parent, Is.EqualTo(answer.Urn));
            Assert.That(repository.Provider, Does.Contain("providers:aws::default_7_48_0"));
            Assert.That(policy.Inputs["repository"], Is.EqualTo(Of("shop/api")));
            Assert.That(policy.Dependencies, Is.EqualTo(new[] { repository.Urn }));
            Assert.That(
                policy.Inputs["policy"].AsText(),
                Is.EqualTo(
                    """{"rules":[{"action":{"type":"expire"},"description":"remove untagged images","rulePriority":1,"selection":{"countNumber":1,"countType":"imageCountMoreThan","tagStatus":"untagged"}}]}"""
                )
            );
        }
    }

    [Test]
    public async Task The_component_answers_references_to_its_children()
    {
        var (answer, result) = await RegisterAsync(Map());

        var reference = answer.Object.Fields["repository"].StructValue.Fields;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reference[Signatures.Key].StringValue, Is.EqualTo(Signatures.Resource));
            Assert.That(reference["urn"].StringValue, Is.EqualTo($"{Prefix}{Repository}::api"));
            Assert.That(
                answer.Object.Fields.Keys,
                Does.Contain("lifecyclePolicy").And.Not.Contain("url"),
                "its URL is not known yet"
            );
            Assert.That(answer.PropertyDependencies["url"].Urns, Is.EqualTo(new[] { $"{Prefix}{Repository}::api" }));
            Assert.That(result.Step("API").New!.Outputs["url"], Is.SameAs(Unknown));
            Assert.That(result.Step("API").New!.Provider, Is.Null);
        }
    }

    [Test]
    public async Task The_policy_can_be_skipped()
    {
        var (answer, result) = await RegisterAsync(Map(("lifecyclePolicy", Map(("skip", true)))));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Plan.Steps.Select(step => step.State.Type), Does.Not.Contain(Policy));
            Assert.That(answer.Object.Fields.Keys, Does.Not.Contain("lifecyclePolicy"));
        }
    }

    [Test]
    public async Task Rules_are_numbered_and_the_one_for_any_image_comes_last()
    {
        var rules = List(
            Map(("tagStatus", "any"), ("maximumNumberOfImages", 100)),
            Map(("tagStatus", "tagged"), ("tagPrefixList", List("v")), ("maximumAgeLimit", 7))
        );
        var (_, result) = await RegisterAsync(Map(("lifecyclePolicy", Map(("rules", rules)))));

        Assert.That(
            result.Plan.Steps.Single(step => step.State.Type == Policy).New!.Inputs["policy"].AsText(),
            Is.EqualTo(
                """{"rules":[{"action":{"type":"expire"},"rulePriority":1,"selection":{"countNumber":7,"countType":"sinceImagePushed","countUnit":"days","tagPrefixList":["v"],"tagStatus":"tagged"}},{"action":{"type":"expire"},"rulePriority":2,"selection":{"countNumber":100,"countType":"imageCountMoreThan","tagStatus":"any"}}]}"""
            )
        );
    }

    [Test]
    public async Task Rules_that_are_not_known_yet_make_an_unknown_policy()
    {
        var (_, result) = await RegisterAsync(Map(("lifecyclePolicy", Unknown)));

        Assert.That(result.Plan.Steps.Single(step => step.State.Type == Policy).New!.Inputs["policy"], Is.SameAs(Unknown));
    }

    [Test]
    public async Task Rules_that_make_no_policy_are_a_problem_of_the_component()
    {
        var noLimit = List(Map(("tagStatus", "any")));
        var noPrefix = List(Map(("tagStatus", "tagged"), ("maximumAgeLimit", 7)));
        var twoAny = List(Map(("tagStatus", "any"), ("maximumAgeLimit", 7)), Map(("tagStatus", "any"), ("maximumAgeLimit", 9)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ProblemAsync(noLimit), Does.Contain("got neither maximumNumberOfImages nor maximumAgeLimit"));
            Assert.That(await ProblemAsync(noPrefix), Does.Contain("tagPrefixList: got nothing"));
            Assert.That(await ProblemAsync(twoAny), Does.Contain("several rules of tagStatus any"));
        }

        static async Task<string> ProblemAsync(ArrayValue rules) =>
            (await RegisterAsync(Map(("lifecyclePolicy", Map(("rules", rules)))))).Result.OnlyProblem();
    }

    [Test]
    public async Task The_component_s_own_inputs_are_checked()
    {
        var (_, result) = await RegisterAsync(Map(("forceDelet", true)));

        Assert.That(result.Problems.Select(problem => problem.Message), Has.Some.Contains("did you mean forceDelete?"));
    }

    [Test]
    public async Task A_component_without_a_model_is_warned_of()
    {
        var (answer, result) = await RegisterAsync(Map(), "awsx:ec2:Vpc");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Texts(Severity.Warning).Single(), Does.StartWith("awsx:ec2:Vpc has no built-in model"));
            Assert.That(answer.Object.Fields, Is.Empty);
            Assert.That(result.Failed, Is.False);
        }
    }

    [Test]
    public async Task The_provider_of_the_component_s_children_can_be_given()
    {
        var (_, result) = await RegisterAsync(
            Map(),
            more: async (program, request) =>
            {
                var tokyo = await program.RegisterAsync("pulumi:providers:aws", "tokyo", Map(("region", "ap-northeast-1")));
                request.Providers["aws"] = $"{tokyo.Urn}::{Signatures.Unknown}";
            }
        );

        Assert.That(
            result.Plan.Steps.Single(step => step.State.Type == Repository).New!.Provider,
            Is.EqualTo($"urn:pulumi:dev::shop::pulumi:providers:aws::tokyo::{Signatures.Unknown}")
        );
    }

    private static async Task<(RegisterResourceResponse Answer, PreviewResult Result)> RegisterAsync(
        ObjectValue inputs,
        string type = Component,
        Func<FakeProgram, RegisterResourceRequest, Task>? more = null
    )
    {
        RegisterResourceResponse? answer = null;
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            var request = new RegisterResourceRequest
            {
                Type = type,
                Name = "API",
                Remote = true,
                Parent = FakeProgram.Stack,
                Object = WireWriter.Full.Write(inputs),
                AcceptSecrets = true,
                AcceptResources = true,
            };
            if (more is not null)
                await more(program, request);
            answer = await program.RegisterAsync(request);
        });
        return (answer!, result);
    }
}
