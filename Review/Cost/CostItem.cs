using System.Collections.Immutable;
using Review.Cost.Prices;
using Review.Model;

namespace Review.Cost;

/// <summary>One line of a monthly bill.</summary>
/// <param name="Resource">What is paid for.</param>
/// <param name="Path">The components it lies in, outermost first.</param>
/// <param name="Price">The price.</param>
/// <param name="Quantity">How much of the price's unit, free units included.</param>
/// <param name="Amount">USD a month.</param>
/// <param name="Kind">What it depends on.</param>
public sealed record CostItem(
    Resource Resource,
    ImmutableArray<Resource> Path,
    Price Price,
    decimal Quantity,
    decimal Amount,
    CostKind Kind
)
{
    /// <summary>The most it may be where the price moves, as that of Spot does. Default: the same.</summary>
    public decimal AtMost { get; init; } = Amount;

    /// <summary>What there is to say of it. Default: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Whether somebody still has to verify its price.</summary>
    public bool IsUnverified => Price.IsUnverified;
}
