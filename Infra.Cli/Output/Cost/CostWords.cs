using System.Globalization;
using Review.Cost;
using Review.Cost.Prices;

namespace Infra.Cli.Output.Cost;

/// <summary>The sentences that every form of an estimate begins with.</summary>
internal static class CostWords
{
    /// <summary>What marks a price from memory.</summary>
    public const string Unverified = "~";

    /// <summary><c>about 1,950 USD a month: 1,870 USD fixed, 80 USD by usage</c>.</summary>
    public static string Sum(CostEstimate estimate, decimal? jpy)
    {
        var yen = jpy is { } rate ? $" ({Money.Yen(estimate.Total, rate)} at {Money.Number(rate)})" : "";
        var most = estimate.AtMost - estimate.Total >= 0.5m ? $", {Money.Usd(estimate.AtMost)} where Spot saves nothing" : "";
        return $"about {Money.Usd(estimate.Total)} a month{yen}: {Money.Usd(estimate.Fixed)} fixed, {Money.Usd(estimate.UsageAmount)} by usage{most}";
    }

    /// <summary>How far the sum can be trusted.</summary>
    public static string Trust(CostEstimate estimate)
    {
        var prices = estimate.Items.Select(item => item.Price).Distinct().Count();
        var memory =
            estimate.UnverifiedPrices == 0
                ? "every price verified"
                : $"{estimate.UnverifiedPrices} of {Words.Count(prices, "price")} from memory ({Unverified}, verify)";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"prices of {estimate.PricesOf:yyyy-MM-dd} · {memory} · {NotPriced(estimate)} · free tier {(estimate.FreeTier ? "taken off" : "not taken off")}"
        );
    }

    /// <summary><c>3 resources not priced</c>.</summary>
    public static string NotPriced(CostEstimate estimate) =>
        $"{(estimate.NotPricedResources == 0 ? "nothing" : Words.Count(estimate.NotPricedResources, "resource"))} not priced";

    /// <summary>A line of a bill: <c>1,460 hour × 0.062 NAT gateway</c>.</summary>
    public static string Item(CostItem item)
    {
        var price = item.Price;
        var each = price.Tiers.Length > 1 ? "by tiers" : $"× {Price(price)}";
        var note = item.Note is { } said ? $" ({said})" : "";
        return $"{price.Name}: {Money.Number(item.Quantity)} {Units(price, item.Quantity)} {each}{note}";
    }

    private static string Units(Price price, decimal quantity) =>
        quantity == 1 || price.Unit == "GB" ? price.Unit : $"{price.Unit}s";

    private static string Price(Price price) =>
        price.Per == 1
            ? price.Tiers[0].Price.ToString("0.##########", CultureInfo.InvariantCulture)
            : $"{price.Tiers[0].Price.ToString("0.##########", CultureInfo.InvariantCulture)} for {Money.Number(price.Per)}";
}
