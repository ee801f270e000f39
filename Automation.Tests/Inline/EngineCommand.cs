using System.Text.Json;
using System.Text.Json.Nodes;
using Engine.Planning;
using Engine.Previewing;
using Engine.Projects;
using Engine.Values;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.Events;

namespace Automation.Tests.Inline;

/// <summary>A CLI whose engine is this repository's: it calls the program it is given the address of, over HTTP, and answers as the CLI does.</summary>
internal sealed class EngineCommand : PulumiCommand
{
    private string _clear = "{}";
    private string _masked = "{}";

    public Dictionary<string, ConfigEntry> Config { get; } = [];

    /// <summary>Where the workspace is.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The runs so far.</summary>
    public List<PreviewResult> Runs { get; } = [];

    /// <summary>What the program answered last.</summary>
    public ClientProgram? Program { get; private set; }

    public override Task<CommandResult> RunAsync(
        IList<string> args,
        string workingDir,
        IDictionary<string, string?> additionalEnv,
        Action<string>? onStandardOutput = null,
        Action<string>? onStandardError = null,
        Action<EngineEvent>? onEngineEvent = null,
        CancellationToken cancellationToken = default
    ) =>
        RunInputAsync(args, workingDir, additionalEnv, onStandardOutput, onStandardError, null, onEngineEvent, cancellationToken);

    public override async Task<CommandResult> RunInputAsync(
        IList<string> args,
        string workingDir,
        IDictionary<string, string?> additionalEnv,
        Action<string>? onStandardOutput = null,
        Action<string>? onStandardError = null,
        string? stdIn = null,
        Action<EngineEvent>? onEngineEvent = null,
        CancellationToken cancellationToken = default
    )
    {
        var client = args.FirstOrDefault(argument => argument.StartsWith("--client="));
        if (client is not null)
            return await CallAsync(args, client["--client=".Length..], workingDir, onEngineEvent, cancellationToken);
        return new(
            0,
            args[1] switch
            {
                "output" => args.Contains("--show-secrets") ? _clear : _masked,
                "history" => """[{"kind":"update","result":"succeeded"}]""",
                _ => "",
            },
            ""
        );
    }

    private async Task<CommandResult> CallAsync(
        IList<string> args,
        string client,
        string folder,
        Action<EngineEvent>? onEvent,
        CancellationToken cancellationToken
    )
    {
        Program = new ClientProgram(client, isPreview: args[0] == "preview");
        var run = await Preview.RunAsync(
            new()
            {
                Project = "shop",
                Stack = args[args.IndexOf("--stack") + 1],
                RootDirectory = folder,
                Config = Config,
                Program = Program,
            },
            cancellationToken
        );
        Runs.Add(run);
        _clear = Json(run.Plan.Outputs, isShown: true);
        _masked = Json(run.Plan.Outputs, isShown: false);
        Tell(run, onEvent);
        var problems = string.Join('\n', run.Problems.Select(problem => $"error: {problem.Message}"));
        return run.Failed ? throw CommandException.Of(new(255, "", problems)) : new(0, "", "");
    }

    private static void Tell(PreviewResult run, Action<EngineEvent>? onEvent)
    {
        var changes = new JsonObject(
            run.Plan.ChangeSummary.All.Select(change => KeyValuePair.Create(change.Op.Word(), (JsonNode?)change.Count))
        );
        var summary = new JsonObject { ["summaryEvent"] = new JsonObject { ["resourceChanges"] = changes } };
        using var document = JsonDocument.Parse(summary.ToJsonString());
        onEvent?.Invoke(new(document.RootElement));
    }

    private static string Json(ObjectValue outputs, bool isShown) => Node(outputs, isShown)!.ToJsonString();

    private static JsonNode? Node(PropertyValue value, bool isShown) =>
        value switch
        {
            SecretValue secret => isShown ? Node(secret.Inner, isShown) : "[secret]",
            StringValue text => text.Value,
            NumberValue number => number.Value,
            BoolValue flag => flag.Value,
            ObjectValue map => new JsonObject(
                map.Properties.Select(entry => KeyValuePair.Create(entry.Key, Node(entry.Value, isShown)))
            ),
            ArrayValue list => new JsonArray([.. list.Items.Select(item => Node(item, isShown))]),
            _ => "unknown",
        };
}
