using System.Collections.Immutable;

namespace Review.Cost.Prices;

/// <summary>One price of the book: on demand, in USD, before tax.</summary>
public sealed record Price
{
    /// <summary>What the rest of the code calls it: <c>fargate-arm-vcpu</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The region it holds in; <c>global</c> for services that have none.</summary>
    public required string Region { get; init; }

    /// <summary>What is counted: <c>hour</c>, <c>GB-month</c>, <c>request</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>How many units a tier's price buys. Default: one.</summary>
    public decimal Per { get; init; } = 1;

    /// <summary>The prices, cheapest last for most; the last has an end only where nobody knows what is beyond it.</summary>
    public required ImmutableArray<PriceTier> Tiers { get; init; }

    /// <summary>Units a month that AWS's free tier gives to an account. Default: none.</summary>
    public decimal Free { get; init; }

    /// <summary>AWS's own name of it in a bill. Default: not known.</summary>
    public string? UsageType { get; init; }

    /// <summary>Where it was read, in a few words.</summary>
    public required string Source { get; init; }

    /// <summary>The day on which the source states it; of a price from memory, the day on which it was written down.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>How far it can be trusted.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Whether somebody still has to verify it.</summary>
    public bool IsUnverified => Confidence == Confidence.C;

    /// <summary>The price of a unit in the first tier.</summary>
    public decimal First => Tiers[0].Price / Per;

    /// <summary>
    /// What units cost that come after others in the same month: tiers count what an account uses in all. Beyond the last known tier its price goes on.
    /// </summary>
    /// <param name="before">Units of before.</param>
    /// <param name="quantity">Further units.</param>
    public decimal Cost(decimal before, decimal quantity)
    {
        var (amount, from, rest) = (0m, before, quantity);
        foreach (var tier in Tiers)
        {
            if (rest <= 0)
                break;
            var room = tier.UpTo is { } end && tier != Tiers[^1] ? Math.Max(0, end - from) : rest;
            var taken = Math.Min(room, rest);
            amount += taken * tier.Price;
            (from, rest) = (from + taken, rest - taken);
        }
        return amount / Per;
    }
}
