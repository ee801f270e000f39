using System.Collections.Immutable;
using System.Globalization;
using Infra.Cost;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Cost;

/// <summary>Settings of who hears when the stack costs more than it should. The tag Stack must be activated for cost allocation once by hand.</summary>
internal sealed record CostGuardSettings
{
    [Setting("Whether there is a budget. The first two of an account are free.")]
    public bool Enabled { get; init; } = true;

    [Setting("What a month may cost.", Unit = "USD", Min = 1)]
    public int MonthlyUsd { get; init; } = 150;

    [Setting(
        "Shares of it, in percent, of which somebody hears once they are spent.",
        Form = "numbers in quotes such as \"80\"",
        Pattern = "^[1-9][0-9]{0,2}$"
    )]
    public ImmutableArray<string> AlertPercents { get; init; } = ["50", "80", "100"];

    [Setting(
        "The share that AWS expects by the end of the month of which somebody hears; 0 switches it off.",
        Unit = "percent",
        Min = 0,
        Max = 1000
    )]
    public int ForecastPercent { get; init; } = 100;

    [Setting(
        "Dollars that something unusual has cost in all, over the days that it lasts, of which somebody hears; 0 switches it off.",
        Unit = "USD",
        Min = 0
    )]
    public int AnomalyUsd { get; init; } = 10;

    [Setting("By how much it must be beyond what is usual at the same time.", Unit = "percent", Min = 0, Max = 1000)]
    public int AnomalyPercent { get; init; } = 40;

    [Setting(
        "Addresses of people who hear of it, besides the receivers of warnings.",
        Form = "addresses such as team@example.com"
    )]
    public ImmutableArray<string> Emails { get; init; } = [];

    /// <summary>The same as the component takes it.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="topicArn">The topic that hears at once.</param>
    public CostGuardArgs ToArgs(StackContext context, Output<string>? topicArn) =>
        new()
        {
            Context = context,
            MonthlyUsd = MonthlyUsd,
            // What is no number has been told already, when the file was read.
            AlertPercents =
            [
                .. AlertPercents.Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out var n) ? n : 0),
            ],
            ForecastPercent = ForecastPercent == 0 ? null : ForecastPercent,
            AnomalyUsd = AnomalyUsd == 0 ? null : AnomalyUsd,
            AnomalyPercent = AnomalyPercent,
            TopicArn = topicArn,
            Emails = Emails,
        };

    /// <summary>What single settings cannot say.</summary>
    /// <param name="context">The stack.</param>
    public IEnumerable<Problem> Validate(StackContext context) =>
        // The topic comes later; whether anybody hears is not asked here.
        Enabled ? ToArgs(context, Output.Create("arn:topic")).Validate() : [];
}
