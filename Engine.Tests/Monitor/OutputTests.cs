using Engine.Model;
using Engine.Planning;
using Engine.Tests.Previewing;
using Engine.Values;
using Protocol;
using Pulumirpc;
using static Engine.Tests.Make;

namespace Engine.Tests.Monitor;

/// <summary>What a program sees of a resource that does not exist yet, or that stays as it is.</summary>
public sealed class OutputTests
{
    private const string Password = "random:index/randomPassword:RandomPassword";
    private const string Topic = "aws:sns/topic:Topic";

    [Test]
    public async Task What_was_set_is_known_and_what_a_provider_computes_is_not()
    {
        var (answer, state) = await RegisterAsync(Topic, Map(("name", "orders"), ("fifoTopic", true)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Id, Is.Empty);
            Assert.That(answer.Object.Fields["name"].StringValue, Is.EqualTo("orders"));
            Assert.That(answer.Object.Fields.Keys, Does.Not.Contain("arn"), "absent means unknown to the .NET SDK");
            Assert.That(state.Outputs["arn"], Is.SameAs(Unknown));
            Assert.That(state.Outputs["fifoTopic"], Is.EqualTo(Of(true)));
            Assert.That(state.Id, Is.Null);
        }
    }

    [Test]
    public async Task What_a_provider_computes_can_be_assumed_and_stays_as_secret_as_it_is()
    {
        var topic = new RegisterResourceResponse();
        var result = await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                topic = await program.RegisterAsync(Topic, "t", Map(("name", "orders")));
                await program.RegisterAsync(Password, "p", Map(("length", 20)));
            },
            options =>
                options with
                {
                    Assume = (state, output) => output == "owner" ? null : new StringValue($"{state.Name}/{output}"),
                }
        );

        var state = result.Step("t").State;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(topic.Id, Is.EqualTo("t/id"), "the program sees it");
            Assert.That(topic.Object.Fields["arn"].StringValue, Is.EqualTo("t/arn"));
            Assert.That(state.Outputs["name"], Is.EqualTo(Of("orders")), "what was set is not assumed");
            Assert.That(state.Outputs["owner"], Is.SameAs(Unknown), "what nothing is assumed for");
            Assert.That(result.Step("p").State.Outputs["result"], Is.InstanceOf<SecretValue>());
        }
    }

    [Test]
    public async Task Who_accepts_partial_values_is_told_what_is_unknown()
    {
        var (answer, _) = await RegisterAsync(
            Topic,
            Map(("tags", Map(("a", "x"), ("b", Unknown)))),
            r => r.SupportsPartialValues = true
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Object.Fields["arn"].StringValue, Is.EqualTo(Signatures.Unknown));
            Assert.That(answer.Object.Fields["tags"].StructValue.Fields["a"].StringValue, Is.EqualTo("x"));
        }
    }

    [Test]
    public async Task A_property_that_is_partly_unknown_is_left_out_for_others()
    {
        var (answer, _) = await RegisterAsync(Topic, Map(("tags", Map(("a", "x"), ("b", Unknown)))));

        Assert.That(answer.Object.Fields.Keys, Does.Not.Contain("tags"));
    }

    [Test]
    public async Task A_secret_input_is_a_secret_output_and_so_is_what_the_program_says()
    {
        var (answer, state) = await RegisterAsync(
            Topic,
            Map(("displayName", Secret("swordfish")), ("name", "orders")),
            request => request.AdditionalSecretOutputs.AddRange(["name", "arn", "id"])
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(state.Outputs["displayName"], Is.EqualTo(Secret("swordfish")));
            Assert.That(state.Outputs["name"], Is.EqualTo(Secret("orders")));
            Assert.That(state.Outputs["arn"], Is.EqualTo(Secret(Unknown)));
            Assert.That(state.Outputs["id"], Is.Not.InstanceOf<SecretValue>());
            Assert.That(
                answer.Object.Fields["name"].StructValue.Fields[Signatures.Key].StringValue,
                Is.EqualTo(Signatures.Secret)
            );
        }
    }

    [Test]
    public async Task A_password_s_result_is_an_unknown_secret()
    {
        var (_, state) = await RegisterAsync(Password, Map(("length", 20)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(state.Outputs["result"], Is.EqualTo(Secret(Unknown)));
            Assert.That(state.Outputs["length"], Is.EqualTo(Of(20)));
        }
    }

    [Test]
    public async Task Without_a_schema_the_inputs_are_the_outputs()
    {
        var (_, state) = await RegisterAsync("other:a:B", Map(("a", 1)));

        Assert.That(state.Outputs, Is.EqualTo(Map(("a", 1))));
    }

    [Test]
    public async Task A_component_s_answer_is_empty_and_its_outputs_are_those_it_hands_over()
    {
        RegisterResourceResponse? answer = null;
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            answer = await program.RegisterComponentAsync("idp:a:Part", "part");
            await program.OutputsAsync(answer.Urn, Map(("url", "https://x")));
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer!.Object.Fields, Is.Empty);
            Assert.That(result.Step("part").New!.Outputs, Is.EqualTo(Map(("url", "https://x"))));
        }
    }

    [Test]
    public async Task An_unchanged_resource_keeps_its_id_and_outputs()
    {
        var outputs = Map(("arn", "arn:aws:sns:eu-west-1:1:orders"), ("name", "orders"));
        var (answer, state) = await RegisterAsync(
            Topic,
            Map(("name", "orders")),
            planner: new Fixed(StepOp.Same, "t-1", outputs)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Id, Is.EqualTo("t-1"));
            Assert.That(answer.Object.Fields["arn"].StringValue, Is.EqualTo("arn:aws:sns:eu-west-1:1:orders"));
            Assert.That(state.Outputs, Is.EqualTo(outputs));
        }
    }

    [Test]
    public async Task An_updated_resource_keeps_its_id_and_what_the_provider_computed()
    {
        var before = Map(("arn", "arn:old"), ("name", "orders"), ("displayName", "Old"));
        var (answer, state) = await RegisterAsync(
            Topic,
            Map(("displayName", "New")),
            planner: new Fixed(StepOp.Update, "t-1", before, inputs: Map(("name", "orders"), ("displayName", "Old")))
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Id, Is.EqualTo("t-1"));
            Assert.That(state.Outputs["arn"], Is.EqualTo(Of("arn:old")));
            Assert.That(state.Outputs["displayName"], Is.EqualTo(Of("New")));
            Assert.That(state.Outputs["name"], Is.SameAs(Unknown), "it was set before and is not set now");
        }
    }

    [Test]
    public async Task A_replaced_resource_has_a_new_id_and_new_computed_outputs()
    {
        var (answer, state) = await RegisterAsync(
            Topic,
            Map(),
            planner: new Fixed(StepOp.Replace, "t-1", Map(("arn", "arn:old")))
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Id, Is.Empty);
            Assert.That(state.Outputs["arn"], Is.SameAs(Unknown));
        }
    }

    [Test]
    public async Task A_resource_that_is_read_has_its_id_and_is_external()
    {
        ReadResourceResponse? answer = null;
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            answer = await program.Client.CallAsync(
                ResourceMonitorMethods.ReadResource,
                new ReadResourceRequest
                {
                    Id = "vpc-1",
                    Type = "aws:ec2/vpc:Vpc",
                    Name = "old",
                    Parent = FakeProgram.Stack,
                    Properties = WireWriter.Full.Write(Map(("cidrBlock", "10.0.0.0/16"))),
                    AcceptSecrets = true,
                }
            );
        });

        var step = result.Step("old");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(step.Op, Is.EqualTo(StepOp.Read));
            Assert.That(step.New!.External, Is.True);
            Assert.That(step.New!.Id, Is.EqualTo("vpc-1"));
            Assert.That(answer!.Urn, Is.EqualTo(step.Urn));
            Assert.That(answer.Properties.Fields["cidrBlock"].StringValue, Is.EqualTo("10.0.0.0/16"));
            Assert.That(answer.Properties.Fields["arn"].StringValue, Is.EqualTo(Signatures.Unknown));
        }
    }

    [Test]
    public async Task The_outputs_of_another_stack_are_not_known_and_that_is_said()
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            var answer = await program.Client.CallAsync(
                ResourceMonitorMethods.ReadResource,
                new ReadResourceRequest
                {
                    Id = "org/net/dev",
                    Type = "pulumi:pulumi:StackReference",
                    Name = "net",
                    Properties = WireWriter.Full.Write(Map(("name", "org/net/dev"))),
                }
            );
            Assert.That(answer.Properties.Fields.Keys, Does.Contain("name").And.Not.Contain("outputs"), "absent means unknown");
        });

        Assert.That(
            result.Texts(Severity.Warning).Single(),
            Does.StartWith("the outputs of stack org/net/dev are not known offline")
        );
    }

    private static async Task<(RegisterResourceResponse Answer, ResourceState State)> RegisterAsync(
        string type,
        ObjectValue inputs,
        Action<RegisterResourceRequest>? more = null,
        IPlanner? planner = null
    )
    {
        RegisterResourceResponse? answer = null;
        var result = await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                answer = await program.RegisterAsync(type, "it", inputs, more);
            },
            options => options with { Planner = () => planner ?? new NewStackPlanner() }
        );
        return (answer!, result.Step("it").New!);
    }

    /// <summary>Finds an old state for the resource called "it" and says what happens to it.</summary>
    private sealed class Fixed(StepOp op, string id, ObjectValue outputs, ObjectValue? inputs = null) : IPlanner
    {
        public PlanStep Register(ResourceState goal, Action<Diagnostic> report) =>
            goal.Name != "it"
                ? new NewStackPlanner().Register(goal, report)
                : new PlanStep
                {
                    Op = op,
                    Urn = goal.Urn,
                    New = goal,
                    Old = goal with { Id = id, Inputs = inputs ?? goal.Inputs, Outputs = outputs },
                };

        public IEnumerable<PlanStep> Finish(Action<Diagnostic> report) => [];
    }
}
