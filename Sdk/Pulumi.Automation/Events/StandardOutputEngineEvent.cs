using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation.Events;

/// <summary>A text for the console.</summary>
public class StandardOutputEngineEvent
{
    internal StandardOutputEngineEvent(JsonElement json)
    {
        Message = json.Text("message");
        Color = json.Text("color");
    }

    /// <summary>The text.</summary>
    public string Message { get; }

    /// <summary>How <see cref="Message"/> is marked up: <c>never</c> for not at all, else with tags such as <c>&lt;{%reset%}></c>.</summary>
    public string Color { get; }
}
