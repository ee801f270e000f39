using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Cost;

/// <summary>What a <see cref="CostGuard"/> needs.</summary>
internal sealed record CostGuardArgs
{
    // AWS takes five notifications a budget, and writes to ten addresses for each.
    private const int MostAlerts = 5;
    private const int MostEmails = 10;

    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>What a month may cost, in US dollars, taxes included.</summary>
    public required int MonthlyUsd { get; init; }

    /// <summary>Shares of it, in percent, of which somebody hears once they are spent. Default: half, most and all of it.</summary>
    public ImmutableArray<int> AlertPercents { get; init; } = [50, 80, 100];

    /// <summary>The share that AWS expects to be spent by the end of the month of which somebody hears. Default: all; nothing switches it off.</summary>
    public int? ForecastPercent { get; init; } = 100;

    /// <summary>US dollars that an anomaly has cost in all, over the days that it lasts, of which somebody hears. Default: ten; nothing switches it off.</summary>
    public int? AnomalyUsd { get; init; } = 10;

    /// <summary>By how much, in percent, it must be beyond what is usual at the same time. Default: 40.</summary>
    public int AnomalyPercent { get; init; } = 40;

    /// <summary>
    /// A topic that hears at once, in any region. Its policy and its key must let <c>budgets.amazonaws.com</c> and
    /// <c>costalerts.amazonaws.com</c> publish. Default: none.
    /// </summary>
    public Output<string>? TopicArn { get; init; }

    /// <summary>Addresses of people, who hear of budgets at once and of anomalies once a day. Default: none.</summary>
    public ImmutableArray<string> Emails { get; init; } = [];

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (MonthlyUsd < 1)
            yield return new("monthlyUsd", MonthlyUsd, "1 or more", "leave the guard out where nothing is to be watched");
        foreach (var percent in AlertPercents.Where(percent => percent is < 1 or > 1000))
            yield return new("alertPercents", percent, "1 to 1000", "it is a share of monthlyUsd");
        foreach (var twice in AlertPercents.GroupBy(percent => percent).Where(same => same.Count() > 1))
            yield return new("alertPercents", $"{twice.Key} {twice.Count()} times", "each once", "remove the repetition");
        if (ForecastPercent is < 1 or > 1000)
            yield return new("forecastPercent", ForecastPercent, "1 to 1000", "it is a share of monthlyUsd");
        var alerts = AlertPercents.Length + (ForecastPercent is null ? 0 : 1);
        if (alerts is 0 or > MostAlerts)
            yield return new(
                "alertPercents",
                $"{alerts} with the forecast",
                $"1 to {MostAlerts}",
                alerts == 0 ? "nobody would hear of anything" : "AWS takes no more for a budget"
            );
        if (AnomalyUsd < 1)
            yield return new("anomalyUsd", AnomalyUsd, "1 or more", "every cent would be told");
        if (AnomalyPercent is < 0 or > 1000)
            yield return new("anomalyPercent", AnomalyPercent, "0 to 1000", "it is a share of what is usual");
        foreach (var email in Emails.Where(email => email.Split('@') is not [{ Length: > 0 }, { Length: > 0 }]))
            yield return new("emails", email, "an address such as team@example.com", "write one address an item");
        if (Emails.Length > MostEmails)
            yield return new(
                "emails",
                $"{Emails.Length} addresses",
                $"{MostEmails} at most",
                "AWS writes to no more; use a list"
            );
        if (TopicArn is null && Emails.IsEmpty)
            yield return new("emails", Emails, "an address or a topic", "nobody would hear of anything");
    }
}
