using System.Globalization;
using Review.Model;
using Review.Model.Aws;

namespace Review.Cost;

/// <summary>What a budget for a stack should be: its estimate with some room.</summary>
public static class Budgets
{
    // A fifth: assumptions of usage are guesses, taxes come on top, and an alarm every month is read by nobody.
    private const decimal Room = 0.2m;
    private const decimal Step = 10;

    /// <summary>USD a month: the estimate and a fifth of it, rounded up to the next ten.</summary>
    public static decimal Suggested(CostEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return Math.Ceiling(estimate.Total * (1 + Room) / Step) * Step;
    }

    /// <summary>What to say of the budget that a stack has, or has not; a sentence without a full stop.</summary>
    public static string Advice(StackModel stack, CostEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(stack);
        var suggested = Usd(Suggested(estimate));
        var limits = stack
            .All(Tokens.Budget)
            .Where(budget => budget["timeUnit"].Text == "MONTHLY" && budget["limitUnit"].Text == "USD")
            .Select(budget => budget["limitAmount"])
            .Where(limit => limit.Number is not null)
            .Select(limit => (decimal)limit.Number!.Value)
            .ToList();
        if (limits.Count == 0)
            return $"no monthly budget is planned; {suggested} would be the estimate and a fifth of it";
        var limit = limits.Max();
        return limit < estimate.Total
            ? $"the budget of {Usd(limit)} a month is below the estimate; {suggested} would be the estimate and a fifth of it"
            : $"a budget of {Usd(limit)} a month is planned";
    }

    private static string Usd(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"{amount:#,0} USD");
}
