using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation.Events;

/// <summary>How a run ended.</summary>
public class SummaryEvent
{
    internal SummaryEvent(JsonElement json)
    {
        MaybeCorrupt = json.Boolean("maybeCorrupt");
        DurationSeconds = json.Int32("durationSeconds");
        ResourceChanges = OperationTypes.Counts(json.Member("resourceChanges"));
        PolicyPacks = json.Map("PolicyPacks", value => value.ToString());
    }

    /// <summary>Whether the state may be wrong, because an operation was cut off.</summary>
    public bool MaybeCorrupt { get; }

    /// <summary>How long it took, rounded up.</summary>
    public int DurationSeconds { get; }

    /// <summary>How many resources each operation was, or would be, done to.</summary>
    public IImmutableDictionary<OperationType, int> ResourceChanges { get; }

    /// <summary>Versions of the policy packs that were applied, by name.</summary>
    public IImmutableDictionary<string, string> PolicyPacks { get; }
}
