using Review.Cost;

namespace Infra.Cli.Output.Cost;

/// <summary>What a preview, and the comment made of it, say of the cost of a stack.</summary>
internal static class PreviewCost
{
    private const int HintColumn = 68;

    // What rounds to nothing is no news.
    private const decimal Least = 0.005m;

    /// <summary>The line of a preview, with its label.</summary>
    /// <param name="estimate">What the stack would cost.</param>
    /// <param name="before">What it costs as it is deployed. Default: nothing is known of that.</param>
    public static (string Label, Line Text) Of(CostEstimate estimate, CostEstimate? before)
    {
        var doubts = new List<string>();
        if (Headline(estimate, before) is [var change])
            doubts.Add(change);
        if (estimate.UnverifiedPrices > 0)
            doubts.Add($"{Words.Count(estimate.UnverifiedPrices, "price")} from memory");
        if (estimate.NotPricedResources > 0)
            doubts.Add($"{Words.Count(estimate.NotPricedResources, "resource")} not priced");
        var line = new Line().Add($"about {Money.Usd(estimate.Total)} a month");
        if (doubts.Count > 0)
            line.Add($" ({string.Join(", ", doubts)})");
        return ("Cost", line.PadTo(HintColumn).Add($"infra cost {estimate.Stack}", Style.Faint));
    }

    /// <summary>Words for the first line of a comment: <c>+14 USD a month</c>; none where nothing changes, or nothing is known of before.</summary>
    public static IReadOnlyList<string> Headline(CostEstimate? estimate, CostEstimate? before) =>
        estimate is not null && before is not null && Math.Abs(estimate.Total - before.Total) >= Least
            ? [$"{Money.Change(estimate.Total - before.Total)} a month"]
            : [];
}
