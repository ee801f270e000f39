using System.Globalization;
using Infra.Naming;
using Infra.Policies;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Budgets;
using Pulumi.Aws.Budgets.Inputs;

namespace Infra.Cost;

/// <summary>
/// Tells people when a stack costs more than it should: a budget for the month, and what AWS finds unusual from day to day. Both count what
/// carries the tag <c>Stack</c> of this stack; the tag must be activated once by hand for the account (see the runbook), without which they
/// count nothing. Both are services of the whole account, which the provider of any region reaches.
/// </summary>
internal sealed class CostGuard : ComponentResource
{
    /// <summary>The tag by which the costs of a stack are told apart; stacks of all systems have names of their own.</summary>
    public const string Tag = "Stack";

    /// <summary>What must be done once by hand.</summary>
    public const string Activation =
        "budgets and anomalies count nothing before the tag Stack is activated for cost allocation, once in the account that pays: "
        + "aws ce update-cost-allocation-tags-status --cost-allocation-tags-status TagKey=Stack,Status=Active (a tag can be activated a day after it is first used)";

    /// <summary>What the budget is called.</summary>
    public string BudgetName { get; }

    /// <summary>Makes the guard.</summary>
    public CostGuard(string name, CostGuardArgs args, ComponentResourceOptions? options = null)
        : base("idp:cost:CostGuard", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var label = args.Context.Label;
        BudgetName = NameRule.Budget.Check(label.Name("monthly"));
        Log.Info(Activation, this);
        _ = new Budget(
            $"{name}-budget",
            new()
            {
                Name = BudgetName,
                BudgetType = "COST",
                TimeUnit = "MONTHLY", // no start: AWS begins with the month, and a date here would only show differences
                LimitAmount = args.MonthlyUsd.ToString(CultureInfo.InvariantCulture),
                LimitUnit = "USD",
                CostFilters = [new BudgetCostFilterArgs { Name = "TagKeyValue", Values = [$"user:{Tag}${args.Context.Stack}"] }],
                // What things cost, not what is paid: credits end one day, and hide until then what grows.
                CostTypes = new BudgetCostTypesArgs { IncludeCredit = false, IncludeRefund = false },
                Notifications = [.. Alerts(args)],
                Tags = label.NameTag("monthly"),
            },
            new() { Parent = this }
        );
        if (args.AnomalyUsd is { } usd)
            CostAnomalies.Make(name, args, usd, this);
        RegisterOutputs(new Dictionary<string, object?> { ["budgetName"] = BudgetName });
    }

    /// <summary>
    /// The right to publish anomalies to topics that a key encrypts, for the key's policy; budgets have theirs. Without a condition on the
    /// account, which the service need not name to a key: only the topic's policy asks for it.
    /// </summary>
    public static Statement KeyStatement =>
        new("CostAnomaliesPublish")
        {
            Principal = Principal.Services("costalerts.amazonaws.com"),
            Actions = ["kms:Decrypt", "kms:GenerateDataKey*"],
        };

    private static IEnumerable<BudgetNotificationArgs> Alerts(CostGuardArgs args)
    {
        foreach (var percent in args.AlertPercents.Order())
            yield return Alert("ACTUAL", percent);
        if (args.ForecastPercent is { } forecast)
            yield return Alert("FORECASTED", forecast);

        BudgetNotificationArgs Alert(string type, int percent)
        {
            var alert = new BudgetNotificationArgs
            {
                NotificationType = type,
                ComparisonOperator = "GREATER_THAN",
                Threshold = percent,
                ThresholdType = "PERCENTAGE",
            };
            if (args.TopicArn is { } topic)
                alert.SubscriberSnsTopicArns = [topic];
            if (!args.Emails.IsEmpty)
                alert.SubscriberEmailAddresses = [.. args.Emails];
            return alert;
        }
    }
}
