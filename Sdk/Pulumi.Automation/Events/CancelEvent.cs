using System.Text.Json;

namespace Pulumi.Automation.Events;

/// <summary>The last event of every run, also of one that went well.</summary>
public class CancelEvent
{
    internal CancelEvent(JsonElement json) => _ = json;
}
