using System.Collections.Immutable;

namespace Review.Cost.Sources;

/// <summary>A row of a source beside our bill.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Low">The source's lower end; nothing where the source leaves it out.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Ours">Our amount.</param>
/// <param name="Why">Why they differ; empty where ours lies within the source's range, give or take a tenth.</param>
/// <param name="Items">The lines of our bill behind it.</param>
public sealed record ComparedRow(
    string Label,
    decimal? Low,
    decimal? High,
    decimal Ours,
    string Why,
    ImmutableArray<CostItem> Items
)
{
    /// <summary>Whether a price of it is from memory.</summary>
    public bool IsUnverified { get; } = Items.Any(item => item.IsUnverified);
}
