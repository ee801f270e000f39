using System.Globalization;
using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Aws.CostExplorer;
using Pulumi.Aws.CostExplorer.Inputs;

namespace Infra.Cost;

/// <summary>
/// Lets AWS look for costs of a stack that are unlike those of the days before. A monitor by tag: of the one over all services an account has
/// room for one only, over which its stacks would fight.
/// </summary>
internal static class CostAnomalies
{
    /// <summary>Makes the monitor and who hears of it.</summary>
    /// <param name="name">The component.</param>
    /// <param name="args">What it needs.</param>
    /// <param name="usd">US dollars from which on somebody hears.</param>
    /// <param name="parent">The component.</param>
    public static void Make(string name, CostGuardArgs args, int usd, Resource parent)
    {
        var label = args.Context.Label;
        var child = new CustomResourceOptions { Parent = parent };
        var monitor = new AnomalyMonitor(
            $"{name}-anomalies",
            new()
            {
                Name = label.Name("costs"),
                MonitorType = "CUSTOM",
                MonitorSpecification = Specification(args.Context.Stack),
                Tags = label.NameTag("costs"),
            },
            child
        );
        // A topic hears at once, people in a daily letter; AWS takes either with either and nothing else.
        if (args.TopicArn is { } topic)
            Tell("at-once", "IMMEDIATE", new AnomalySubscriptionSubscriberArgs { Type = "SNS", Address = topic });
        if (!args.Emails.IsEmpty)
            Tell("daily", "DAILY", [.. args.Emails.Select(Email)]);

        void Tell(string role, string frequency, InputList<AnomalySubscriptionSubscriberArgs> subscribers) =>
            _ = new AnomalySubscription(
                $"{name}-anomalies-{role}",
                new()
                {
                    Name = label.Name($"costs-{role}"),
                    Frequency = frequency,
                    MonitorArnLists = [monitor.Arn],
                    Subscribers = subscribers,
                    ThresholdExpression = Threshold(usd, args.AnomalyPercent),
                    Tags = label.NameTag($"costs-{role}"),
                },
                child
            );
    }

    private static AnomalySubscriptionSubscriberArgs Email(string address) => new() { Type = "EMAIL", Address = address };

    // All keys, the empty ones too, in this order: so AWS hands it back, and another text would make the monitor anew.
    private static string Specification(string stack) =>
        new JsonObject
        {
            ["And"] = null,
            ["CostCategories"] = null,
            ["Dimensions"] = null,
            ["Not"] = null,
            ["Or"] = null,
            ["Tags"] = new JsonObject
            {
                ["Key"] = CostGuard.Tag,
                ["MatchOptions"] = null,
                ["Values"] = new JsonArray(stack),
            },
        }.ToJsonString();

    // Both: a cent doubled is no news, nor is a dollar among thousands.
    private static AnomalySubscriptionThresholdExpressionArgs Threshold(int usd, int percent) =>
        new()
        {
            Ands =
            [
                new AnomalySubscriptionThresholdExpressionAndArgs
                {
                    Dimension = new AnomalySubscriptionThresholdExpressionAndDimensionArgs
                    {
                        Key = "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
                        MatchOptions = ["GREATER_THAN_OR_EQUAL"],
                        Values = [usd.ToString(CultureInfo.InvariantCulture)],
                    },
                },
                new AnomalySubscriptionThresholdExpressionAndArgs
                {
                    Dimension = new AnomalySubscriptionThresholdExpressionAndDimensionArgs
                    {
                        Key = "ANOMALY_TOTAL_IMPACT_PERCENTAGE",
                        MatchOptions = ["GREATER_THAN_OR_EQUAL"],
                        Values = [percent.ToString(CultureInfo.InvariantCulture)],
                    },
                },
            ],
        };
}
