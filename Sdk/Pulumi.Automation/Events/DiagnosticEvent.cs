using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation.Events;

/// <summary>A message of the engine, a provider or the program.</summary>
public class DiagnosticEvent
{
    internal DiagnosticEvent(JsonElement json)
    {
        Urn = json.TextOrNull("urn");
        Prefix = json.TextOrNull("prefix");
        Color = json.Text("color");
        Message = json.Text("message");
        Severity = json.Text("severity");
        StreamId = json.Member("streamID")?.ToString();
        Ephemeral = json.BooleanOrNull("ephemeral");
    }

    /// <summary>The resource it is about. Default: none.</summary>
    public string? Urn { get; }

    /// <summary>What stands before the message on a console. Default: nothing.</summary>
    public string? Prefix { get; }

    /// <summary>How <see cref="Message"/> is marked up: <c>never</c> for not at all, else with tags such as <c>&lt;{%reset%}></c>.</summary>
    public string Color { get; }

    /// <summary>The message.</summary>
    public string Message { get; }

    /// <summary><c>info</c>, <c>info#err</c>, <c>warning</c>, <c>error</c> or <c>debug</c>.</summary>
    public string Severity { get; }

    /// <summary>Messages of one stream belong together. Default: no stream.</summary>
    public string? StreamId { get; }

    /// <summary>Whether it is only of interest while the run goes on. Default: it is not.</summary>
    public bool? Ephemeral { get; }
}
