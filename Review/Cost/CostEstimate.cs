using System.Collections.Immutable;
using Review.Cost.Pricing;
using Review.Cost.Usage;
using Review.Model;

namespace Review.Cost;

/// <summary>What a stack costs in a month of 730 hours, in USD before tax.</summary>
public sealed record CostEstimate
{
    /// <summary>The stack.</summary>
    public required string Stack { get; init; }

    /// <summary>The lines of the bill, by the URN of the resource and then as its rule has them.</summary>
    public required ImmutableArray<CostItem> Items { get; init; }

    /// <summary>What is left out, in the same order.</summary>
    public required ImmutableArray<NotPriced> NotPriced { get; init; }

    /// <summary>What costs nothing, in the same order.</summary>
    public required ImmutableArray<FreeResource> Free { get; init; }

    /// <summary>The numbers of usage it was made with, by setting and then by resource; the whole stack first.</summary>
    public required ImmutableArray<AssumedUsage> Usage { get; init; }

    /// <summary>What is said of the bill as a whole.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The newest day that a price of its book is of.</summary>
    public required DateOnly PricesOf { get; init; }

    /// <summary>Whether free tiers are taken off.</summary>
    public required bool FreeTier { get; init; }

    /// <summary>Which settings each resource asked for, by its name.</summary>
    internal ILookup<string, UsageSetting> Asked { get; init; } = Array.Empty<UsageSetting>().ToLookup(_ => "");

    /// <summary>The sum.</summary>
    public decimal Total => Fixed + UsageAmount;

    /// <summary>What is paid whether anybody uses the stack or not.</summary>
    public decimal Fixed => Sum(CostKind.Fixed);

    /// <summary>What follows the assumptions.</summary>
    public decimal UsageAmount => Sum(CostKind.Usage);

    /// <summary>The sum where every price that moves is at its highest.</summary>
    public decimal AtMost => Items.Sum(item => item.AtMost);

    /// <summary>How many different prices of it somebody still has to verify.</summary>
    public int UnverifiedPrices => Items.Where(item => item.IsUnverified).Select(item => item.Price).Distinct().Count();

    /// <summary>The same by component, the most expensive first.</summary>
    public ImmutableArray<ComponentCost> Components =>
        [
            .. Items
                .GroupBy(item => ComponentCost.Of(item.Path))
                .Select(items => new ComponentCost(items.Key, [.. items]))
                .OrderByDescending(component => component.Total)
                .ThenBy(component => component.Name, StringComparer.Ordinal),
        ];

    /// <summary>How many resources are left out in part or as a whole.</summary>
    public int NotPricedResources => NotPriced.Select(left => left.Resource.Urn).Distinct().Count();

    /// <summary>Estimates a stack.</summary>
    /// <param name="stack">The stack, best made with <see cref="StandIns"/>.</param>
    /// <param name="options">How. Default: prices of this build, profiles of the stack, no free tier.</param>
    /// <exception cref="Engine.InputException">A profile is not known; with every problem.</exception>
    public static CostEstimate Of(StackModel stack, CostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stack);
        return new CostRun(stack, options ?? new CostOptions()).Estimate();
    }

    private decimal Sum(CostKind kind)
    {
        var sum = 0m;
        foreach (var item in Items)
            if (item.Kind == kind)
                sum += item.Amount;
        return sum;
    }
}
