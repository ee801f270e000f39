using System.Text;
using System.Text.Json;
using Engine.Model;
using Engine.Planning;
using Engine.Previewing;
using Engine.Programs;
using Engine.Projects;
using Engine.Values;
using Protocol;
using Pulumirpc;
using static Engine.Tests.Make;

namespace Engine.Tests.Previewing;

/// <summary>Secrets planted everywhere a program can put them never show up in anything that is shown.</summary>
public sealed class CanaryTests
{
    private const string Canary = "canary-\"Zx9\"-tweet";
    private const string Born = "born-secret-8c1f";
    private const string Topic = "aws:sns/topic:Topic";

    [Test]
    public async Task No_secret_is_ever_shown()
    {
        var result = await FakeProgram.PreviewAsync(SingAsync, Configured, exitCode: 3);

        var text = Everything(result);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Contain("[secret]"));
            foreach (var form in Forms(Canary).Concat(Forms(Born)))
                Assert.That(text, Does.Not.Contain(form));
        }
    }

    [Test]
    public async Task A_secret_in_a_plain_input_becomes_one_and_is_warned_of()
    {
        var result = await FakeProgram.PreviewAsync(SingAsync, Configured);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Step("leaky").New!.Inputs["displayName"], Is.InstanceOf<SecretValue>());
            Assert.That(
                result.Texts(Severity.Warning),
                Has.Some.StartsWith("displayName holds the text of a secret")
                    .And.Some.StartsWith("tags holds the text of a secret")
            );
        }
    }

    [Test]
    public async Task A_refusal_that_the_program_gets_holds_no_value()
    {
        GrpcException? refusal = null;
        await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                refusal = await Assert.ThrowsAsync<GrpcException>(() =>
                    program.RegisterAsync(
                        Topic,
                        "t",
                        Map(("displayName", Secret(Canary))),
                        request => request.Parent = "urn:pulumi:a::b::c::d"
                    )
                );
            },
            Configured
        );

        Assert.That(refusal!.Message, Does.Not.Contain(Canary));
    }

    [Test]
    public async Task A_name_that_turns_out_to_hold_a_secret_is_left_out_of_the_plan()
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            await program.RegisterAsync(Topic, Born);
            await program.RegisterAsync(Topic, "sealed", Map(("displayName", Secret(Born))));
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Everything(result), Does.Not.Contain(Born));
            Assert.That(result.OnlyProblem(), Does.Contain("its name holds a secret"));
            Assert.That(result.Failed, Is.True);
        }
    }

    [Test]
    public async Task Secrets_of_what_is_deployed_are_masked_too()
    {
        const string Password = "random:index/randomPassword:RandomPassword";
        var deployed = new ResourceState
        {
            Urn = $"urn:pulumi:dev::shop::{Password}::pw",
            Type = Password,
            Custom = true,
            Id = "none",
            Inputs = Map(("length", 16)),
            Outputs = Map(("result", Secret(Born)), ("length", 16)),
            Provider = "urn:pulumi:dev::shop::pulumi:providers:random::default_4_21_2::p-1",
        };
        string? told = null;
        var result = await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                var answer = await program.RegisterAsync(Password, "pw", Map(("length", 16)));
                told = answer.Object.Fields["result"].StructValue.Fields["value"].StringValue;
                await program.LogAsync(LogSeverity.Warning, $"logging in with {told}");
            },
            options => options with { Baseline = new Baseline([deployed]) }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(told, Is.EqualTo(Born), "the program works with the real value");
            Assert.That(result.Texts(Severity.Warning), Does.Contain("logging in with [secret]"));
            Assert.That(Everything(result), Does.Not.Contain(Born));
        }
    }

    private static async Task SingAsync(FakeProgram program)
    {
        var stack = await program.RegisterStackAsync();
        program.Context.Print(new ProgramLine($"connecting with {Canary}", IsError: false));
        program.Context.Print(new ProgramLine($"{{\"password\":{JsonSerializer.Serialize(Canary)}}}", IsError: true));
        program.Context.Print(new ProgramLine($"https://user:{Uri.EscapeDataString(Canary)}@host", IsError: true));
        program.Context.Print(new ProgramLine($"basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary))}", IsError: true));
        // Said before the engine has seen that it is a secret.
        await program.LogAsync(LogSeverity.Warning, $"made {Born}");
        await program.RegisterAsync(Topic, "sealed", Map(("displayName", Secret(Born)), ("tags", Secret(Map(("a", Canary))))));
        await program.RegisterAsync(Topic, "leaky", Map(("displayName", $"x {Canary} y"), ("tags", Map((Born, "value")))));
        await program.RegisterAsync(Topic, "wrong", Map(("fifoTopic", Canary), ("namee", Secret(Canary))));
        await program.InvokeAsync("aws:iam/getPolicyDocument:getPolicyDocument", Map(("version", Canary)));
        await program.OutputsAsync(stack, Map(("open", $"postgres://u:{Born}@db"), ("deep", List(Map(("a", Canary))))));
        await program.LogAsync(LogSeverity.Error, $"failed with {Canary} and {Born}");
    }

    private static PreviewOptions Configured(PreviewOptions options) =>
        options with
        {
            Config = new[]
            {
                ConfigEntry.Of("shop:word", Canary, isSecret: true),
                ConfigEntry.Of("shop:copy", $"a copy of {Canary}"),
                ConfigEntry.Of(
                    "shop:nested",
                    JsonSerializer.Serialize(new { Deep = new[] { "nested-secret-77" } }),
                    isSecret: true
                ),
            }.ToDictionary(entry => entry.Key),
        };

    /// <summary>Every text that somebody could print, the text forms of all records among them.</summary>
    private static string Everything(PreviewResult result)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in result.Plan.Diagnostics)
            text.AppendLine(diagnostic.ToString());
        foreach (var assumption in result.Plan.Assumptions)
            text.AppendLine(assumption.ToString());
        foreach (var (key, value) in result.Plan.Config)
            text.AppendLine(key).AppendLine(value);
        Show(result.Plan.Outputs, text);
        foreach (
            var state in result.Plan.Steps.SelectMany(step => new[] { step.Old, step.New }).Where(state => state is not null)
        )
        {
            text.AppendLine(state!.Urn);
            Show(state.Inputs, text);
            Show(state.Outputs, text);
        }
        return text.ToString();
    }

    private static void Show(PropertyValue value, StringBuilder text)
    {
        switch (value)
        {
            case ObjectValue map:
                foreach (var (key, item) in map.Properties)
                {
                    text.AppendLine(key);
                    Show(item, text);
                }
                break;
            case ArrayValue list:
                foreach (var item in list.Items)
                    Show(item, text);
                break;
            default:
                text.AppendLine(value.ToString());
                break;
        }
    }

    private static IEnumerable<string> Forms(string secret) =>
        [
            secret,
            JsonSerializer.Serialize(secret)[1..^1],
            Uri.EscapeDataString(secret),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
            "nested-secret-77",
        ];
}
