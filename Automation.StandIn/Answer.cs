using System.Text.Json;

namespace Automation.StandIn;

/// <summary>What to play for one call.</summary>
/// <param name="json">As the file has it.</param>
internal sealed class Answer(JsonElement json)
{
    /// <summary>Default: 0.</summary>
    public int ExitCode => json.TryGetProperty("exitCode", out var code) ? code.GetInt32() : 0;

    /// <summary>Default: nothing is printed.</summary>
    public string StandardOutput => Text("stdout");

    /// <summary>Default: nothing is printed.</summary>
    public string StandardError => Text("stderr");

    /// <summary>What goes to the event log: an object becomes a line, a text is written as it is. Default: nothing does.</summary>
    public IEnumerable<string> Events =>
        json.TryGetProperty("events", out var events)
            ? events.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : $"{item}\n")
            : [];

    /// <summary>Time before each event but the first. Default: none.</summary>
    public TimeSpan Pause =>
        TimeSpan.FromMilliseconds(json.TryGetProperty("pauseMilliseconds", out var pause) ? pause.GetInt32() : 0);

    /// <summary>Whether it waits until it is interrupted, once everything is written. Default: no.</summary>
    public bool Hangs => json.TryGetProperty("hang", out var hang) && hang.GetBoolean();

    /// <summary>Whether an interruption does not end it. Default: it does.</summary>
    public bool IgnoresSignals => json.TryGetProperty("ignoreSignals", out var ignores) && ignores.GetBoolean();

    private string Text(string name) => json.TryGetProperty(name, out var text) ? text.GetString()! : "";
}
