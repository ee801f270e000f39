using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Automation.Tests.StandIns;
using Infra.Cli.Tests.Tools;

namespace Infra.Cli.Tests.Deploying;

/// <summary>
/// The project of this repository with values in place of its placeholders, committed, and stand-ins for <c>pulumi</c> and <c>aws</c>: what an engineer has
/// who may deploy.
/// </summary>
internal sealed class DeployProject : IDisposable
{
    public const string Account = "123456789012";

    private static readonly (string Placeholder, string Value)[] Values =
    [
        ("111111111111", Account),
        ("222222222222", Account),
        ("333333333333", Account),
        ("example.com", "acme.test"),
        ("https://github.com/example/", "https://github.com/acme/"),
        ("Z00000000000000000000", "Z0123456789ABCDEFGHIJ"),
        ($"sha256:{new string('0', 64)}", $"sha256:{new string('1', 64)}"),
        ($"{new string('A', 43)}=", $"{new string('Q', 43)}="),
    ];

    private static readonly string Summary = Line(
        "summaryEvent",
        """{"maybeCorrupt": false, "durationSeconds": 1, "resourceChanges": {"create": 1}, "PolicyPacks": {}}"""
    );

    private const string History = """
        [{"kind": "update", "startTime": "2026-11-21T10:00:00.000Z", "message": "infra up", "environment": {}, "config": {}, "result": "succeeded",
          "endTime": "2026-11-21T10:01:00.000Z", "version": 7, "resourceChanges": {"create": 2, "same": 240}}]
        """;

    // By the text of the stack file: most tests take the same few.
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> Plans = new(
        StringComparer.Ordinal
    );

    private DeployProject()
    {
        foreach (var file in Directory.EnumerateFiles(Folder.Path, "Pulumi.*.yaml"))
            File.WriteAllText(
                file,
                Values.Aggregate(
                    File.ReadAllText(file),
                    (text, value) => text.Replace(value.Placeholder, value.Value, StringComparison.Ordinal)
                )
            );
        Folder.With(".gitignore", ".build/\n");
        Git("init", "--quiet");
        Commit();
        Aws.Says(
            "aws sts get-caller-identity",
            $$"""{"Account": "{{Account}}", "Arn": "arn:aws:iam::{{Account}}:role/deploy"}"""
        );
        Pulumi.Answer("stack select");
    }

    /// <summary>Makes one.</summary>
    public static DeployProject Make() => new();

    public TemporaryFolder Folder { get; } = Cli.Project();

    public StandIns Aws { get; } = new("aws");

    public StandInCli Pulumi { get; } = new();

    /// <summary>Environment variables under which only the stand-ins, git and the shell are found.</summary>
    public Dictionary<string, string?> Variables =>
        new()
        {
            ["PULUMI_STANDIN"] = Pulumi.Folder,
            ["PATH"] = $"{StandInCli.Home}:{Aws.Variables["PATH"]}",
            ["PULUMI_CONFIG_PASSPHRASE"] = null,
            ["AWS_REGION"] = null,
            ["AWS_DEFAULT_REGION"] = null,
        };

    /// <summary>Nothing is deployed yet.</summary>
    public DeployProject Empty()
    {
        Pulumi.Answer(
            "stack export",
            """{"version": 3, "deployment": {"manifest": {"time": "2026-01-01T00:00:00Z", "magic": "", "version": ""}, "resources": [], "metadata": {}}}"""
        );
        return this;
    }

    /// <summary>The stack is deployed as its file has it now, but for a change of the state.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="change">Changes the inputs of the resource of this name. Default: nothing is changed.</param>
    public async Task<DeployProject> DeployedAsync(string stack, string name = "", Action<JsonObject>? change = null)
    {
        var state = JsonNode.Parse(await PlanAsync(stack))!;
        if (change is not null)
            change(Resource(state, name)["inputs"]!.AsObject());
        Pulumi.Answer("stack export", state.ToJsonString());
        return this;
    }

    /// <summary>The text of a saved plan of a stack.</summary>
    public async Task<string> PlanAsync(string stack)
    {
        var settings = File.ReadAllText(Folder.File($"Pulumi.{stack}.yaml"));
        if (Plans.TryGetValue(settings, out var known))
            return known;
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        try
        {
            var ran = await Cli.RunAsync(Folder.Path, Variables, "preview", stack, "--save", file);
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            return Plans[settings] = File.ReadAllText(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The engine previews these steps, and does them.</summary>
    public DeployProject Does(params (string Op, string Urn)[] steps) =>
        Previews(steps)
            .Ups(
                new StandInAnswer
                {
                    Events =
                    [
                        .. steps.SelectMany(step => new[] { Step("resourcePreEvent", step), Step("resOutputsEvent", step) }),
                        Summary,
                    ],
                }
            );

    /// <summary>The engine previews these steps.</summary>
    public DeployProject Previews(params (string Op, string Urn)[] steps)
    {
        Pulumi.Answer(
            "preview",
            new StandInAnswer { Events = [.. steps.Select(step => Step("resourcePreEvent", step)), Summary] }
        );
        return this;
    }

    /// <summary>What comes of the deployment.</summary>
    public DeployProject Ups(StandInAnswer answer)
    {
        Pulumi
            .Answer("up", answer)
            .Answer("stack output", """{"url": "https://idp.acme.test", "token": "[secret]"}""")
            .Answer("stack output", """{"url": "https://idp.acme.test", "token": "canary-token"}""")
            .Answer("stack history", History);
        return this;
    }

    public Task<Ran> RunAsync(params string[] arguments) => Cli.RunAsync(Folder.Path, Variables, arguments);

    public Task<Ran> TypeAsync(string input, params string[] arguments) =>
        Cli.TypeAsync(Folder.Path, Variables, input, arguments);

    /// <summary>What Pulumi was asked, by its first words.</summary>
    public IEnumerable<string> Asked =>
        Pulumi.Lines.Select(line => string.Join(' ', line.Split(' ').TakeWhile(word => !word.StartsWith('-'))));

    public void Commit()
    {
        Git("add", "--all");
        Git("-c", "user.name=me", "-c", "user.email=me@acme.test", "commit", "--quiet", "--message", "Real values");
    }

    /// <summary>A URN of a resource below the stack.</summary>
    public static string Urn(string stack, string type, string name) => $"urn:pulumi:{stack}::idp-infra::{type}::{name}";

    /// <summary>A line of the event log about a resource.</summary>
    public static string Step(string kind, (string Op, string Urn) step)
    {
        var type = step.Urn.Split("::")[2].Split('$')[^1];
        return Line(
            kind,
            $$"""
            { "metadata": { "op": "{{step.Op}}", "urn": "{{step.Urn}}", "type": "{{type}}", "old": null, "detailedDiff": null, "provider": "",
              "new": { "urn": "{{step.Urn}}", "type": "{{type}}", "custom": true, "id": "", "parent": "", "inputs": {}, "outputs": {}, "provider": "" } } }
            """
        );
    }

    public static string Line(string kind, string content) =>
        $$"""{ "sequence": 0, "timestamp": 1, "{{kind}}": {{content.ReplaceLineEndings("")}} }""" + "\n";

    public void Dispose()
    {
        Pulumi.Dispose();
        Aws.Dispose();
        Folder.Dispose();
    }

    private static JsonNode Resource(JsonNode state, string name) =>
        state["deployment"]!["resources"]!
            .AsArray()
            .Single(resource => ((string)resource!["urn"]!).EndsWith($"::{name}", StringComparison.Ordinal))!;

    private void Git(params string[] arguments)
    {
        var ran = Running.Async("git", arguments, Folder.Path).GetAwaiter().GetResult();
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
    }
}
