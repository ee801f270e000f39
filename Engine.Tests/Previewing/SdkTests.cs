using Engine.Planning;
using Engine.Previewing;
using Engine.Programs;
using Engine.Projects;
using Engine.Values;
using Pulumi;
using static Engine.Tests.Make;

namespace Engine.Tests.Previewing;

/// <summary>Real programs, written against the SDK, run in this process.</summary>
[NonParallelizable]
public sealed class SdkTests
{
    [Test]
    public async Task A_program_s_resources_inputs_secrets_and_outputs_arrive()
    {
        var result = await PreviewAsync(() =>
        {
            var config = new Config();
            var part = new Part("part");
            var password = new Password("pw", 16, new() { Parent = part });
            var topic = new Topic(
                "orders",
                new() { DisplayName = config.RequireSecret("word"), Name = Output.Format($"{part.Name}-x") }
            );
            return new Dictionary<string, object?> { ["name"] = topic.Name, ["password"] = password.Result };
        });

        var (password, topic) = (result.Step("pw").New!, result.Step("orders").New!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Problems, Is.Empty);
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(
                password.Urn,
                Is.EqualTo("urn:pulumi:dev::shop::idp:a:Part$random:index/randomPassword:RandomPassword::pw")
            );
            Assert.That(topic.Inputs["displayName"], Is.EqualTo(Secret("swordfish")));
            Assert.That(topic.Parent, Is.EqualTo(FakeProgram.Stack));
            Assert.That(result.Plan.Outputs["name"], Is.EqualTo(Of("part-x")));
            Assert.That(result.Plan.Outputs["password"]!.ContainsUnknowns(), Is.True);
            Assert.That(result.Step("part").New!.Outputs, Is.EqualTo(Map(("name", "part"))));
        }
    }

    [Test]
    public async Task What_depends_on_an_unknown_is_unknown_and_knows_its_origin()
    {
        var result = await PreviewAsync(() =>
        {
            var first = new Topic("first", new() { Name = "first" });
            _ = new Topic("second", new() { Name = first.Arn.Apply(arn => $"after {arn}") });
            return [];
        });

        var second = result.Step("second").New!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Inputs["name"], Is.SameAs(UnknownValue.Instance));
            Assert.That(second.PropertyDependencies["name"], Is.EqualTo(new[] { result.Step("first").Urn }));
            Assert.That(second.Dependencies, Is.EqualTo(new[] { result.Step("first").Urn }));
        }
    }

    [Test]
    public async Task A_program_that_fails_says_why_without_a_stack()
    {
        var result = await PreviewAsync(() => throw new InvalidOperationException("the size is odd"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ProgramExit.AlreadyReported));
            Assert.That(result.OnlyProblem(), Does.Contain("the size is odd").And.Not.Contain("   at "));
        }
    }

    [Test]
    public async Task A_refused_registration_is_one_problem()
    {
        var result = await PreviewAsync(() =>
        {
            _ = new Topic("same", new());
            _ = new Topic("same", new());
            return [];
        });

        Assert.That(result.OnlyProblem(), Does.Contain("two resources have this URN"));
    }

    [Test]
    public async Task An_invoke_is_answered_from_the_configuration()
    {
        var result = await PreviewAsync(() =>
            new()
            {
                ["zones"] = Output
                    .Create(
                        Deployment.Instance.InvokeAsync<ZonesResult>(
                            "aws:index/getAvailabilityZones:getAvailabilityZones",
                            new ZonesArgs()
                        )
                    )
                    .Apply(zones => string.Join(',', zones.Names)),
            }
        );

        Assert.That(result.Plan.Outputs["zones"], Is.EqualTo(Of("eu-west-1a,eu-west-1b,eu-west-1c")));
    }

    [Test]
    public async Task An_unchanged_resource_answers_what_is_deployed()
    {
        var program = () =>
        {
            var topic = new Topic("orders", new() { Name = "orders" });
            return new Dictionary<string, object?> { ["arn"] = topic.Arn };
        };
        var first = await PreviewAsync(program);
        var deployed = first.Plan.Steps.Select(step =>
            step.New! with
            {
                Id = step.State.Custom ? "id-1" : null,
                Provider = step.New!.Provider?.Replace(Signatures.Unknown, "id-1", StringComparison.Ordinal),
                Outputs = step.State.Name == "orders" ? Map(("arn", "arn:deployed"), ("name", "orders")) : step.New!.Outputs,
            }
        );

        var second = await PreviewAsync(program, new Baseline(deployed));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Step("orders").Op, Is.EqualTo(StepOp.Same));
            Assert.That(second.Plan.Outputs["arn"], Is.EqualTo(Of("arn:deployed")));
        }
    }

    private static Task<PreviewResult> PreviewAsync(Func<Dictionary<string, object?>> program, Baseline? baseline = null) =>
        Preview.RunAsync(
            new PreviewOptions
            {
                Project = "shop",
                Stack = "dev",
                RootDirectory = Path.GetTempPath(),
                Program = new InProcessProgram(() => Deployment.RunAsync(program)),
                Baseline = baseline,
                Config = new[]
                {
                    ConfigEntry.Of("shop:word", "swordfish", isSecret: true),
                    ConfigEntry.Of("aws:region", "eu-west-1"),
                }.ToDictionary(entry => entry.Key),
            }
        );

    private sealed class Part : ComponentResource
    {
        [Output("name")]
        public Output<string> Name { get; private set; }

        public Part(string name)
            : base("idp:a:Part", name)
        {
            Name = Output.Create(name);
            RegisterOutputs(new Dictionary<string, object?> { ["name"] = Name });
        }
    }

    private sealed class PasswordArgs : ResourceArgs
    {
        [Input("length", required: true)]
        public Input<int>? Length { get; set; }
    }

    private sealed class Password(string name, int length, CustomResourceOptions? options = null)
        : CustomResource("random:index/randomPassword:RandomPassword", name, new PasswordArgs { Length = length }, options)
    {
        [Output("result")]
        public Output<string> Result { get; private set; } = null!;
    }

    private sealed class TopicArgs : ResourceArgs
    {
        [Input("name")]
        public Input<string>? Name { get; set; }

        [Input("displayName")]
        public Input<string>? DisplayName { get; set; }
    }

    private sealed class Topic(string name, TopicArgs args) : CustomResource("aws:sns/topic:Topic", name, args, null)
    {
        [Output("arn")]
        public Output<string> Arn { get; private set; } = null!;

        [Output("name")]
        public Output<string> Name { get; private set; } = null!;
    }

    private sealed class ZonesArgs : InvokeArgs;

    [OutputType]
    private sealed class ZonesResult
    {
        public System.Collections.Immutable.ImmutableArray<string> Names { get; }

        [OutputConstructor]
        private ZonesResult(System.Collections.Immutable.ImmutableArray<string> names) => Names = names;
    }
}
