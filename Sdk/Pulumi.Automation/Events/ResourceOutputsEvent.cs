using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation.Events;

/// <summary>An operation has ended well.</summary>
public class ResourceOutputsEvent
{
    internal ResourceOutputsEvent(JsonElement json)
    {
        Metadata = new(json.Member("metadata") ?? throw new JsonException("got no metadata, want it"));
        Planning = json.BooleanOrNull("planning");
    }

    /// <summary>What is done to which resource.</summary>
    public StepEventMetadata Metadata { get; }

    /// <summary>Whether it was only planned. Default: it was done.</summary>
    public bool? Planning { get; }
}
