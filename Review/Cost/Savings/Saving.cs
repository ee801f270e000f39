using System.Collections.Immutable;

namespace Review.Cost.Savings;

/// <summary>A way to pay less for the same system.</summary>
/// <param name="Title">What one would do; a sentence without a full stop.</param>
/// <param name="Amount">USD a month less; nothing where the price book lacks a price for it.</param>
/// <param name="Resources">The names of what it changes.</param>
/// <param name="How">The property to set, and to what.</param>
/// <param name="TradeOff">What one gives up, or must do first.</param>
public sealed record Saving(string Title, decimal? Amount, ImmutableArray<string> Resources, string How, string TradeOff)
{
    /// <summary>Whether the plan has it already; the estimate does not count it. Default: no.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>Whether a price of it is from memory. Default: no.</summary>
    public bool IsUnverified { get; init; }
}
