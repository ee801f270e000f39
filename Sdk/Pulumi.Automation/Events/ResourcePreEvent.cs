using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation.Events;

/// <summary>An operation begins.</summary>
public class ResourcePreEvent
{
    internal ResourcePreEvent(JsonElement json)
    {
        Metadata = new(json.Member("metadata") ?? throw new JsonException("got no metadata, want it"));
        Planning = json.BooleanOrNull("planning");
    }

    /// <summary>What is done to which resource.</summary>
    public StepEventMetadata Metadata { get; }

    /// <summary>Whether it is only planned. Default: it is done.</summary>
    public bool? Planning { get; }
}
