namespace Review.Tests.Guardrails.Rules;

internal sealed class CostRuleCases : RuleCases
{
    private const string Budget = """
        aws:rds/instance:Instance db {"identifier": "db"}
        aws:budgets/budget:Budget budget {"notifications": [{"notificationType": "ACTUAL", "subscriberSnsTopicArns": ["arn:aws:sns:x"]}, {"notificationType": "FORECASTED", "subscriberEmailAddresses": ["people@app.test"]}]}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("budgets-heard", Budget)
                .FailsWith("budget", "notifications.0.subscriberSnsTopicArns", null)
                .FailsWith("budget", "notifications.1.subscriberEmailAddresses", "[]")
                .FailsWith("budget", "notifications", null)
                .CannotKnow("budget", "notifications"),
            new RuleCase("budgets-forecast", Budget)
                .FailsWith("budget", "notifications.1.notificationType", "\"ACTUAL\"")
                .FailsWith("budget", "notifications.0.notificationType", "\"FORECASTED\"")
                .CannotKnow("budget", "notifications"),
            new RuleCase("cost-watched", Budget)
                .FailsWithout("budget")
                .PassesAs(
                    "by anomalies",
                    stack =>
                        stack
                            .Without("budget")
                            .And(
                                """aws:costexplorer/anomalySubscription:AnomalySubscription anomalies {"frequency": "IMMEDIATE"}"""
                            )
                ),
            new RuleCase(
                "xray-insights",
                """aws:xray/group:Group group {"insightsConfiguration": {"insightsEnabled": true, "notificationsEnabled": true}}"""
            )
                .FailsWith("group", "insightsConfiguration.insightsEnabled", "false")
                .FailsWith("group", "insightsConfiguration.notificationsEnabled", null)
                .CannotKnow("group", "insightsConfiguration"),
            new RuleCase("xray-sampling", """aws:xray/samplingRule:SamplingRule rule {"fixedRate": 0.05}""")
                .FailsWith("rule", "fixedRate", "1")
                .CannotKnow("rule", "fixedRate"),
        ];
}
