namespace Review.Tests.Guardrails.Rules;

internal sealed class AlarmCoverageRuleCases : RuleCases
{
    public override IEnumerable<RuleCase> Cases =>
        [
            Case("apigateway-alarms", """aws:apigateway/restApi:RestApi it {"name": "it"}""", "ApiName", "5XXError"),
            Case("cloudfront-alarms", "aws:cloudfront/distribution:Distribution it", "DistributionId", "5xxErrorRate"),
            Case(
                "dynamodb-alarms",
                """aws:dynamodb/table:Table it {"name": "it"}""",
                "TableName",
                "WriteThrottleEvents",
                "SystemErrors"
            ),
            Case("ec2-nat-alarms", "aws:ec2/natGateway:NatGateway it", "NatGatewayId", "ErrorPortAllocation"),
            Case(
                "ecs-alarms",
                """aws:ecs/service:Service it {"name": "it"}""",
                "ServiceName",
                "RunningTaskCount",
                "CPUUtilization",
                "MemoryUtilization"
            ),
            Case(
                "elasticache-alarms",
                """aws:elasticache/replicationGroup:ReplicationGroup it {"replicationGroupId": "it"}""",
                "ReplicationGroupId",
                "DatabaseMemoryUsagePercentage",
                "EngineCPUUtilization"
            ),
            Case("elb-alarms", "aws:lb/loadBalancer:LoadBalancer it", "LoadBalancer", "HTTPCode_Target_5XX_Count"),
            Case("elb-target-alarms", "aws:lb/targetGroup:TargetGroup it", "TargetGroup", "UnHealthyHostCount"),
            Case("lambda-alarms", """aws:lambda/function:Function it {"name": "it"}""", "FunctionName", "Errors", "Throttles"),
            Case(
                "rds-alarms",
                """aws:rds/instance:Instance it {"identifier": "it"}""",
                "DBInstanceIdentifier",
                "FreeStorageSpace",
                "CPUUtilization",
                "DatabaseConnections"
            ),
            Case(
                    "acm-expiry-alarms",
                    """aws:acm/certificate:Certificate it {"certificateBody": "x"}""",
                    "CertificateArn",
                    "DaysToExpiry"
                )
                .PassesAs(
                    "one that AWS renews",
                    stack => stack.And("""aws:acm/certificate:Certificate renewed {"validationMethod": "DNS"}""")
                ),
            new RuleCase(
                "sqs-failure-alarms",
                """
                aws:sqs/queue:Queue it {"name": "it"}
                aws:sqs/queue:Queue jobs {"name": "jobs", "redrivePolicy!": {"deadLetterTargetArn": "@it.arn"}}
                aws:cloudwatch/metricAlarm:MetricAlarm alarm {"namespace": "AWS/SQS", "metricName": "ApproximateNumberOfMessagesVisible", "dimensions": {"QueueName": "it"}}
                """
            )
                .FailsWithout("alarm")
                .FailsWith("alarm", "dimensions.QueueName", "\"jobs\"")
                .FailsWithAlso(
                    """
                    aws:sqs/queue:Queue events {"name": "events"}
                    aws:cloudwatch/eventTarget:EventTarget target {"deadLetterConfig": {"arn": "@events.arn"}}
                    """
                )
                .FailsWithAlso(
                    """
                    aws:sqs/queue:Queue calls {"name": "calls"}
                    aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig config {"destinationConfig": {"onFailure": {"destination": "@calls.arn"}}}
                    """
                ),
        ];

    // A resource, and an alarm on it for each metric; without any of them it must fail.
    private static RuleCase Case(string rule, string resource, string dimension, params string[] metrics)
    {
        var id = resource.Contains('{') && !resource.Contains("certificate") ? "it" : "@it.id";
        var alarms = metrics.Select(metric =>
            $$"""aws:cloudwatch/metricAlarm:MetricAlarm {{metric}} {"namespace": "AWS/X", "metricName": "{{metric}}", "dimensions": {"{{dimension}}": "{{id}}"} }"""
        );
        var result = new RuleCase(rule, string.Join('\n', alarms.Prepend(resource)));
        foreach (var metric in metrics)
            result
                .FailsWithout(metric)
                .FailsWith(metric, "dimensions", $$"""{"{{dimension}}": "something-else"}""")
                .FailsWith(metric, "metricName", "\"Another\"");
        return result;
    }
}
