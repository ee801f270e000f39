using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation.Events;

/// <summary>An operation has failed.</summary>
public class ResourceOperationFailedEvent
{
    internal ResourceOperationFailedEvent(JsonElement json)
    {
        Metadata = new(json.Member("metadata") ?? throw new JsonException("got no metadata, want it"));
        Status = json.Int32("status");
        Steps = json.Int32("steps");
    }

    /// <summary>What is done to which resource.</summary>
    public StepEventMetadata Metadata { get; }

    /// <summary>What is known of the resource: 0 it is as before, 1 it may have changed, 2 it does not exist.</summary>
    public int Status { get; }

    /// <summary>How many operations had been done until then.</summary>
    public int Steps { get; }
}
