using Review.Cost.Prices;

namespace Review.Cost.Pricing;

/// <summary>Counts what a stack has used of each price in the month: tiers and free units are of all resources together.</summary>
/// <param name="freeTier">Whether free units are taken off.</param>
internal sealed class Meter(bool freeTier)
{
    private readonly Dictionary<Price, decimal> _used = [];

    /// <summary>What further units cost.</summary>
    public decimal Charge(Price price, decimal quantity)
    {
        var before = _used.GetValueOrDefault(price);
        _used[price] = before + quantity;
        var free = freeTier ? price.Free : 0;
        var paidBefore = Math.Max(0, before - free);
        var paidAfter = Math.Max(0, before + quantity - free);
        return price.Cost(paidBefore, paidAfter - paidBefore);
    }
}
