using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Money and traces: that somebody hears when more is spent, or more fails, than usual.</summary>
internal sealed class CostRules : GuardrailTable
{
    private const string Subscription = "aws:costexplorer/anomalySubscription:AnomalySubscription";
    private const string Group = "aws:xray/group:Group";

    // What is paid for by the hour, used or not.
    private static readonly string[] Hourly =
    [
        "aws:ec2/natGateway:NatGateway",
        "aws:elasticache/replicationGroup:ReplicationGroup",
        Tokens.LoadBalancer,
        "aws:rds/instance:Instance",
    ];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("budgets-heard", Grade.Medium, Tokens.Budget, "Budgets tell somebody")
            {
                Reason = "A budget without a listener is a line in a console.",
                Fix = "Set subscriberSnsTopicArns or subscriberEmailAddresses of every one of notifications.",
                Check = budget =>
                    budget["notifications"].IsUnknown
                        ? Verdict.CannotKnow("notifications are known only after the deployment")
                        : budget.IsSet("notifications", "a notification")
                            & Verdict.All(budget["notifications"].Items.Select(IsHeard)),
            },
            new("budgets-forecast", Grade.Low, Tokens.Budget, "Budgets warn before the money is spent")
            {
                Reason = "What is ACTUAL is spent; only a forecast leaves time to switch something off.",
                Fix = "Add one of notifications with notificationType: FORECASTED, and one with ACTUAL.",
                Check = budget =>
                    budget["notifications"].IsUnknown
                        ? Verdict.CannotKnow("notifications are known only after the deployment")
                        : Has(budget, "FORECASTED") & Has(budget, "ACTUAL"),
            },
            new("cost-watched", Grade.Low, Guardrail.WholeStack, "Somebody watches what the stack costs")
            {
                Reason =
                    "A forgotten load test or gateway is found on the invoice. Where the account has a budget for everything, waive with its name.",
                Fix = "Add an aws:budgets:Budget, or an aws:costexplorer:AnomalySubscription; two budgets cost nothing.",
                When = stack => Hourly.Any(type => stack.Stack.All(type).Any()),
                Check = stack =>
                    Verdict.Of(
                        stack.Stack.All(Tokens.Budget).Any() || stack.Stack.All(Subscription).Any(),
                        "budget: got no Budget and no AnomalySubscription, want one"
                    ),
            },
            new("xray-insights", Grade.Low, Group, "Groups of traces find faults by themselves, and say so")
            {
                Reason = "Traces are looked at only by those who know already that something is wrong.",
                Fix =
                    "Set insightsConfiguration.insightsEnabled and notificationsEnabled to true; 0.50 USD for a million traces.",
                Check = group =>
                    group.Is("insightsConfiguration.insightsEnabled", true)
                    & group.Is("insightsConfiguration.notificationsEnabled", true),
            },
            new("xray-sampling", Grade.Low, "aws:xray/samplingRule:SamplingRule", "Traces are samples")
            {
                Reason = "Every request traced costs 5 USD a million, and slows every call a little.",
                Fix = "Set fixedRate to 0.05 to 0.1, and reservoirSize to a few a second.",
                Check = rule => rule.AtMost("fixedRate", 0.5, absent: 0.05),
            },
        ];

    private static Verdict IsHeard(Value notification) =>
        Verdict.Of(
            !notification["subscriberSnsTopicArns"].IsEmpty || !notification["subscriberEmailAddresses"].IsEmpty,
            "notifications: got one without a subscriber, want a topic or an address"
        );

    private static Verdict Has(Resource budget, string type) =>
        Verdict.Of(
            budget["notifications"].Items.Any(notification => notification["notificationType"].Text == type),
            $"notifications: got none of type {type}, want one"
        );
}
