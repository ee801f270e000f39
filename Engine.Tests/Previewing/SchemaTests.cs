using Engine.Planning;
using static Engine.Tests.Make;

namespace Engine.Tests.Previewing;

/// <summary>Inputs that do not fit their schema are all reported; the program runs on.</summary>
public sealed class SchemaTests
{
    private const string Topic = "aws:sns/topic:Topic";
    private const string Urn = $"urn:pulumi:dev::shop::{Topic}";

    [Test]
    public async Task All_problems_of_all_resources_are_reported_in_order_of_urn()
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            await program.RegisterAsync(Topic, "b", Map(("nmae", "x"), ("fifoTopic", Map())));
            await program.RegisterAsync(Topic, "a", Map(("tags", Map(("n", List())))));
        });

        var problems = result.Problems;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Failed, Is.True);
            Assert.That(problems.Select(problem => problem.Urn), Is.EqualTo(new[] { $"{Urn}::a", $"{Urn}::b" }));
            Assert.That(problems[0].Message, Does.StartWith($"dev: {Urn}::a: 1 problem in its inputs\n  tags.n: got "));
            Assert.That(
                problems[1].Message,
                Does.StartWith($"dev: {Urn}::b: 2 problems in its inputs\n  ")
                    .And.Contain("did you mean name?")
                    .And.Contain("fifoTopic: got ")
            );
            Assert.That(result.Plan.Steps.Select(step => step.State.Name), Does.Contain("a").And.Contain("b"));
        }
    }

    [Test]
    public async Task A_misspelt_type_of_a_known_package_is_an_error_with_a_suggestion()
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            await program.RegisterAsync("aws:sns/topik:Topic", "a");
        });

        Assert.That(result.OnlyProblem(), Does.Contain("aws:sns/topik:Topic").And.Contain($"did you mean {Topic}?"));
    }

    [Test]
    public async Task A_package_without_schema_is_one_warning()
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            await program.RegisterAsync("other:a:B", "a");
            await program.RegisterAsync("other:a:C", "b");
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Failed, Is.False);
            Assert.That(result.Texts(Severity.Warning).Single(), Does.StartWith("package other has no schema here"));
        }
    }

    [Test]
    public async Task A_deprecation_without_advice_is_told_once_and_warns_nobody()
    {
        const string Service = "aws:servicediscovery/service:Service";
        var threshold = Map(("healthCheckCustomConfig", Map(("failureThreshold", 1))));

        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            await program.RegisterAsync(Service, "a", threshold);
            await program.RegisterAsync(Service, "b", threshold);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Failed, Is.False);
            Assert.That(result.Texts(Severity.Warning), Is.Empty);
            Assert.That(
                result.Texts(Severity.Info),
                Is.EqualTo(
                    new[]
                    {
                        $"{Service}: healthCheckCustomConfig.failureThreshold is deprecated, and its schema does not say what to use instead",
                    }
                )
            );
        }
    }

    [Test]
    public async Task The_settings_of_a_provider_are_checked_too()
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            await program.RegisterAsync("pulumi:providers:aws", "virginia", Map(("regoin", "us-east-1")));
        });

        Assert.That(result.OnlyProblem(), Does.Contain("regoin: got").And.Contain("did you mean region?"));
    }
}
