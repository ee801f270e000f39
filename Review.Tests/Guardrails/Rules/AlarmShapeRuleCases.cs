namespace Review.Tests.Guardrails.Rules;

internal sealed class AlarmShapeRuleCases : RuleCases
{
    private const string Balancer = """
        aws:lb/loadBalancer:LoadBalancer alb {"name": "app"}
        aws:lb/targetGroup:TargetGroup group {"name": "app"}
        aws:cloudwatch/metricAlarm:MetricAlarm alarm {"name": "hosts", "namespace": "AWS/ApplicationELB", "metricName": "UnHealthyHostCount", "dimensions": {"LoadBalancer": "@alb.arnSuffix", "TargetGroup": "@group.arnSuffix"}}
        """;

    private const string Composite = """
        aws:cloudwatch/metricAlarm:MetricAlarm one {"name": "app-one"}
        aws:cloudwatch/metricAlarm:MetricAlarm two {"name": "app-two"}
        aws:cloudwatch/compositeAlarm:CompositeAlarm both {"alarmName": "app-both", "alarmRule": "ALARM(\"app-one\") AND OK(\"app-two\")", "alarmActions": ["arn:aws:sns:ap-northeast-1:111111111111:alerts"]}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("cloudwatch-alarm-dimensions", Balancer)
                .FailsWith("alarm", "dimensions", """{"LoadBalancer": "@alb.arnSuffix"}""")
                .FailsWith("alarm", "dimensions", """{"TargetGroup": "@group.arnSuffix"}""")
                .FailsWith("alarm", "dimensions", null)
                .FailsWithAlso(
                    """aws:cloudwatch/metricAlarm:MetricAlarm cdn {"namespace": "AWS/CloudFront", "metricName": "5xxErrorRate", "dimensions": {"DistributionId": "E1"}}"""
                )
                .FailsWithAlso(
                    """aws:cloudwatch/metricAlarm:MetricAlarm table {"namespace": "AWS/DynamoDB", "metricName": "SystemErrors", "dimensions": {"TableName": "t"}}"""
                )
                .FailsAs("a firewall of a region", stack => Firewall(stack, "REGIONAL"))
                .CannotKnow("alarm", "dimensions")
                .PassesAs("a firewall of CloudFront", stack => Firewall(stack, "CLOUDFRONT"))
                .PassesWith("alarm", "metricName", "\"HTTPCode_Target_5XX_Count\"")
                .PassesAs(
                    "a proxy",
                    stack =>
                        stack.And(
                            """aws:cloudwatch/metricAlarm:MetricAlarm proxy {"namespace": "AWS/RDS", "metricName": "QueryRequests", "dimensions": {"ProxyName": "p"}}"""
                        )
                ),
            new RuleCase("cloudwatch-alarm-arn-suffix", Balancer)
                .FailsWith("alarm", "dimensions.LoadBalancer", "\"@alb.arn\"")
                .FailsWith("alarm", "dimensions.TargetGroup", "\"@group.name\"")
                .FailsWith("alarm", "dimensions.LoadBalancer", "\"arn:aws:elasticloadbalancing:x:y:loadbalancer/app/a/1\"")
                .CannotKnow("alarm", "dimensions.LoadBalancer")
                .PassesWith("alarm", "dimensions.LoadBalancer", "\"app/a/1\""),
            new RuleCase("cloudwatch-composite-alarms", Composite)
                .FailsWithout("one")
                .FailsWith("two", "name", "\"renamed\"")
                .FailsWith("both", "alarmRule", "\"TRUE\"")
                .CannotKnow("both", "alarmRule"),
            new RuleCase("cloudwatch-composite-actions", Composite)
                .FailsWith("both", "alarmActions", null)
                .FailsWith("both", "actionsEnabled", "false"),
            new RuleCase(
                "cloudwatch-dashboard",
                $$"""
                {{Composite}}
                aws:cloudwatch/dashboard:Dashboard dashboard {"dashboardName": "app"}
                """
            ).FailsWithout("dashboard"),
        ];

    private static StackText Firewall(StackText stack, string scope) =>
        stack
            .And($$"""aws:wafv2/webAcl:WebAcl acl {"name": "acl", "scope": "{{scope}}"}""")
            .And(
                """aws:cloudwatch/metricAlarm:MetricAlarm waf {"namespace": "AWS/WAFV2", "metricName": "BlockedRequests", "dimensions": {"Rule": "ALL", "WebACL": "acl"}}"""
            );
}
