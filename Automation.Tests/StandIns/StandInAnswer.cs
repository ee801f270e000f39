using System.Text.Json.Nodes;

namespace Automation.Tests.StandIns;

/// <summary>What the stand-in plays for a call; see Automation.StandIn/README.md.</summary>
internal sealed record StandInAnswer
{
    public int ExitCode { get; init; }

    public string Out { get; init; } = "";

    public string Error { get; init; } = "";

    /// <summary>Texts that go to the event log as they are: a whole line ends with a line feed.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    public int PauseMilliseconds { get; init; }

    public bool Hangs { get; init; }

    public bool IgnoresSignals { get; init; }

    public JsonObject ToJson() =>
        new()
        {
            ["exitCode"] = ExitCode,
            ["stdout"] = Out,
            ["stderr"] = Error,
            ["events"] = new JsonArray([.. Events.Select(text => (JsonNode)text)]),
            ["pauseMilliseconds"] = PauseMilliseconds,
            ["hang"] = Hangs,
            ["ignoreSignals"] = IgnoresSignals,
        };
}
