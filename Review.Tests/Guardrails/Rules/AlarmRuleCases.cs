namespace Review.Tests.Guardrails.Rules;

internal sealed class AlarmRuleCases : RuleCases
{
    private const string Watched = """
        aws:sns/topic:Topic topic {"name": "alerts"}
        aws:rds/instance:Instance db {"identifier": "app-db"}
        aws:cloudwatch/metricAlarm:MetricAlarm alarm {"name": "app-cpu", "namespace": "AWS/RDS", "metricName": "CPUUtilization", "dimensions": {"DBInstanceIdentifier": "app-db"}, "comparisonOperator": "GreaterThanThreshold", "period": 300, "evaluationPeriods": 2, "datapointsToAlarm": 2, "treatMissingData": "missing", "alarmActions": ["@topic.arn"], "actionsEnabled": true, "alarmDescription": "CPU is high. Runbook: docs/runbooks/database.md#cpu"}
        """;

    private const string Tasks = """
        aws:cloudwatch/metricAlarm:MetricAlarm tasks {"namespace": "ECS/ContainerInsights", "metricName": "RunningTaskCount", "comparisonOperator": "LessThanThreshold", "treatMissingData": "breaching"}
        """;

    private const string Undo = """
        aws:cloudwatch/metricAlarm:MetricAlarm undo {"name": "undo"}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("CloudWatch.15", Watched)
                .FailsWith("alarm", "alarmActions", "[]")
                .FailsWith("alarm", "alarmActions", null)
                .FailsWithAlso(Undo)
                .PassesAs(
                    "a deployment reads it",
                    stack => stack.And(Undo).And("""aws:ecs/service:Service service {"alarms": {"alarmNames": ["undo"]}}""")
                )
                .PassesAs(
                    "CodeDeploy reads it",
                    stack =>
                        stack
                            .And(Undo)
                            .And(
                                """aws:codedeploy/deploymentGroup:DeploymentGroup group {"alarmConfiguration": {"alarms": ["undo"]}}"""
                            )
                )
                .PassesAs(
                    "a composite alarm reads it",
                    stack =>
                        stack
                            .And(Undo)
                            .And(
                                """aws:cloudwatch/compositeAlarm:CompositeAlarm both {"alarmRule": "ALARM(undo) OR ALARM(\"other\")"}"""
                            )
                ),
            new RuleCase("CloudWatch.17", Watched)
                .FailsWith("alarm", "actionsEnabled", "false")
                .CannotKnow("alarm", "actionsEnabled")
                .PassesWith("alarm", "actionsEnabled", null),
            new RuleCase("cloudwatch-alarm-region", Watched)
                .FailsWith("topic", "region", "\"us-east-1\"")
                .FailsWith("alarm", "namespace", "\"AWS/CloudFront\"")
                .PassesAs(
                    "both there",
                    stack =>
                        stack
                            .With("topic", "region", "\"us-east-1\"")
                            .With("alarm", "region", "\"us-east-1\"")
                            .With("alarm", "namespace", "\"AWS/CloudFront\"")
                ),
            new RuleCase("cloudwatch-alarm-missing-data", Watched)
                .FailsWith("alarm", "treatMissingData", null)
                .FailsWith("alarm", "treatMissingData", "\"never\"")
                .CannotKnow("alarm", "treatMissingData")
                .PassesWith("alarm", "treatMissingData", "\"notBreaching\""),
            new RuleCase("cloudwatch-alarm-liveness", Tasks)
                .FailsWith("tasks", "treatMissingData", "\"notBreaching\"")
                .FailsWith("tasks", "treatMissingData", null)
                .CannotKnow("tasks", "treatMissingData")
                .PassesAs(
                    "too many tasks",
                    stack =>
                        stack.And(
                            """aws:cloudwatch/metricAlarm:MetricAlarm many {"metricName": "RunningTaskCount", "comparisonOperator": "GreaterThanThreshold", "treatMissingData": "notBreaching"}"""
                        )
                ),
            new RuleCase("cloudwatch-alarm-window", Watched)
                .FailsWith("alarm", "evaluationPeriods", "300")
                .FailsWith("alarm", "datapointsToAlarm", "3")
                .FailsAs(
                    "nine days of hours",
                    stack => stack.With("alarm", "period", "86400").With("alarm", "evaluationPeriods", "9")
                )
                .CannotKnow("alarm", "evaluationPeriods")
                .CannotKnow("alarm", "period")
                .PassesWith("alarm", "evaluationPeriods", "288")
                .PassesAs(
                    "a week of hours",
                    stack => stack.With("alarm", "period", "86400").With("alarm", "evaluationPeriods", "7")
                ),
            new RuleCase("cloudwatch-alarm-patience", Watched)
                .FailsAs("one minute", stack => stack.With("alarm", "period", "60").With("alarm", "evaluationPeriods", "1"))
                .PassesWith("alarm", "evaluationPeriods", "1")
                .PassesWith("alarm", "period", "60"),
            new RuleCase("cloudwatch-alarm-runbook", Watched)
                .FailsWith("alarm", "alarmDescription", "\"CPU is high\"")
                .FailsWith("alarm", "alarmDescription", null)
                .CannotKnow("alarm", "alarmDescription")
                .PassesWith("alarm", "alarmDescription", "\"See https://wiki.example.org/cpu\""),
            new RuleCase("cloudwatch-alarm-watches", Watched)
                .FailsWith("alarm", "dimensions", """{"DBInstanceIdentifier": "another-db"}""")
                .FailsWith("db", "identifier", "\"renamed\"")
                .FailsWith("alarm", "dimensions", """{"ApiName": "nothing", "Stage": "api"}""")
                .FailsWith("alarm", "dimensions", """{"FunctionName": "app-db"}""")
                .FailsWithAlso(
                    """aws:cloudwatch/metricAlarm:MetricAlarm formula {"metricQueries": [{"metric": {"namespace": "AWS/SQS", "metricName": "NumberOfMessagesSent", "dimensions": {"QueueName": "nothing"}}}]}"""
                )
                .CannotKnow("alarm", "dimensions.DBInstanceIdentifier")
                .PassesAs(
                    "a node of a cache",
                    stack =>
                        stack
                            .And(
                                """aws:elasticache/replicationGroup:ReplicationGroup cache {"replicationGroupId": "app-redis"}"""
                            )
                            .With("alarm", "dimensions", """{"CacheClusterId": "app-redis-0001-002"}""")
                )
                .PassesAs(
                    "an output",
                    stack =>
                        stack
                            .And("""aws:lb/loadBalancer:LoadBalancer alb {"name": "app"}""")
                            .With("alarm", "dimensions", """{"LoadBalancer": "@alb.arnSuffix"}""")
                )
                .PassesAs(
                    "the target group of a proxy",
                    stack =>
                        stack
                            .And("""aws:rds/proxy:Proxy proxy {"name": "app-proxy"}""")
                            .With("alarm", "dimensions", """{"ProxyName": "app-proxy", "TargetGroup": "default"}""")
                ),
        ];
}
