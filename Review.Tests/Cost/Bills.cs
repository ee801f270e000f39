using System.Globalization;
using Review.Cost;
using Review.Cost.Usage;
using Review.Model;

namespace Review.Tests.Cost;

/// <summary>Estimates of small stacks, as text.</summary>
internal static class Bills
{
    public static CostEstimate Of(string lines, string usage = "", bool freeTier = false) =>
        Of(StackText.Of(lines), usage, freeTier);

    public static CostEstimate Of(StackText stack, string usage = "", bool freeTier = false) =>
        Of(stack.Model(), usage, freeTier);

    public static CostEstimate Of(StackModel stack, string usage = "", bool freeTier = false) =>
        CostEstimate.Of(stack, new CostOptions { Usage = UsageReader.Read(usage, "usage.yaml"), FreeTier = freeTier });

    /// <summary>A line each: resource, price, quantity, amount in cents, <c>usage</c> where it follows usage.</summary>
    public static string[] Lines(CostEstimate estimate) =>
        [
            .. estimate.Items.Select(item =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{item.Resource.Name} {item.Price.Id} {item.Quantity:0.####} {item.Amount:0.00##}{(item.Kind == CostKind.Usage ? " usage" : "")}"
                )
            ),
            .. estimate.NotPriced.Select(left => $"{left.Resource.Name} ! {left.What}: {left.Why}"),
        ];

    /// <summary>What the lines of these prices cost, in cents.</summary>
    public static decimal Sum(CostEstimate estimate, params string[] prices) =>
        Math.Round(
            estimate.Items.Where(item => prices.Length == 0 || prices.Contains(item.Price.Id)).Sum(item => item.Amount),
            2,
            MidpointRounding.AwayFromZero
        );
}
