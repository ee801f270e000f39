using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation;

/// <summary>A run, as the history has it.</summary>
public sealed class UpdateSummary
{
    internal UpdateSummary(JsonElement json)
    {
        Version = json.Int32OrNull("version");
        Kind = ParseKind(json.Text("kind"));
        StartTime = json.TimeOrNull("startTime") ?? default;
        Message = json.Text("message");
        Environment = json.Map("environment", value => value.ToString());
        Config = json.Map("config", ConfigValue.Of);
        Result = ParseResult(json.Text("result"));
        EndTime = json.TimeOrNull("endTime") ?? default;
        Deployment = json.Member("deployment")?.ToString();
        ResourceChanges = json.Member("resourceChanges") is { } changes ? OperationTypes.Counts(changes) : null;
    }

    /// <summary>The number of the run. Default: the backend does not count.</summary>
    public int? Version { get; }

    /// <summary>What it did.</summary>
    public UpdateKind Kind { get; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartTime { get; }

    /// <summary>What its author said of it.</summary>
    public string Message { get; }

    /// <summary>Where it came from: commit, author, machine and the like.</summary>
    public IImmutableDictionary<string, string> Environment { get; }

    /// <summary>The configuration it had, by full key.</summary>
    public IImmutableDictionary<string, ConfigValue> Config { get; }

    /// <summary>How it ended.</summary>
    public UpdateState Result { get; }

    /// <summary>When it ended; the earliest time there is, while it has not.</summary>
    public DateTimeOffset EndTime { get; }

    /// <summary>The state after it. Default: the history does not have it.</summary>
    public string? Deployment { get; }

    /// <summary>How many resources each operation was done to. Default: it has not ended.</summary>
    public IImmutableDictionary<OperationType, int>? ResourceChanges { get; }

    private static UpdateKind ParseKind(string text) =>
        text switch
        {
            "update" => UpdateKind.Update,
            "preview" => UpdateKind.Preview,
            "refresh" => UpdateKind.Refresh,
            "rename" => UpdateKind.Rename,
            "destroy" => UpdateKind.Destroy,
            "import" => UpdateKind.Import,
            "resource-import" => UpdateKind.ResourceImport,
            _ => throw new JsonException(
                $"kind: got '{text}', want update, preview, refresh, rename, destroy, import or resource-import"
            ),
        };

    private static UpdateState ParseResult(string text) =>
        text switch
        {
            "not-started" => UpdateState.NotStarted,
            "in-progress" => UpdateState.InProgress,
            "succeeded" => UpdateState.Succeeded,
            "failed" => UpdateState.Failed,
            _ => throw new JsonException($"result: got '{text}', want not-started, in-progress, succeeded or failed"),
        };
}
