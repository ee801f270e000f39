using System.Collections.Immutable;

namespace Review.Cost;

/// <summary>What a stack would cost more, or less, than what is deployed; both with the same assumptions.</summary>
public sealed record CostDifference
{
    /// <summary>Compares two estimates of one stack.</summary>
    public CostDifference(CostEstimate before, CostEstimate after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        (Before, After) = (before, after);
        var (old, now) = (ByUrn(before), ByUrn(after));
        Changes =
        [
            .. old
                .Keys.Union(now.Keys)
                .Select(urn => Change(old.GetValueOrDefault(urn), now.GetValueOrDefault(urn)))
                .Where(change => change.Difference != 0)
                .OrderByDescending(change => Math.Abs(change.Difference))
                .ThenBy(change => change.Resource.Urn, StringComparer.Ordinal),
        ];
    }

    /// <summary>What is deployed.</summary>
    public CostEstimate Before { get; }

    /// <summary>What would be.</summary>
    public CostEstimate After { get; }

    /// <summary>Every resource that costs another amount, the largest difference first.</summary>
    public ImmutableArray<CostChange> Changes { get; }

    /// <summary>How much more in all.</summary>
    public decimal Total => After.Total - Before.Total;

    private static Dictionary<string, ResourceCost> ByUrn(CostEstimate estimate) =>
        estimate
            .Items.GroupBy(item => item.Resource)
            .ToDictionary(items => items.Key.Urn, items => new ResourceCost(items.Key, [.. items]), StringComparer.Ordinal);

    private static CostChange Change(ResourceCost? before, ResourceCost? after)
    {
        var shown = (after ?? before)!;
        var component = ComponentCost.Named(ComponentCost.Of(shown.Items[0].Path));
        return new CostChange(component, shown.Resource, before?.Total ?? 0, after?.Total ?? 0);
    }
}
