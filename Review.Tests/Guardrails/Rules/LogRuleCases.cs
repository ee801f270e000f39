namespace Review.Tests.Guardrails.Rules;

internal sealed class LogRuleCases : RuleCases
{
    private const string Group = """
        aws:kms/key:Key key {}
        aws:cloudwatch/logGroup:LogGroup log {"name": "/ecs/app", "retentionInDays": 30, "kmsKeyId": "@key.arn"}
        """;

    private const string Filter = """
        aws:cloudwatch/logGroup:LogGroup log {"name": "/ecs/app"}
        aws:cloudwatch/logMetricFilter:LogMetricFilter filter {"logGroupName": "/ecs/app", "metricTransformation": {"namespace": "app", "name": "Errors"}}
        aws:cloudwatch/metricAlarm:MetricAlarm alarm {"namespace": "app", "metricName": "Errors"}
        """;

    private const string Pool = """
        aws:cloudwatch/logGroup:LogGroup users {"name": "/aws/vendedlogs/users"}
        aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration delivery {"logConfigurations": [{"cloudWatchLogsConfiguration": {"logGroupArn": "@users.arn"}}]}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("CloudWatch.16", Group)
                .FailsWith("log", "retentionInDays", "0")
                .FailsWith("log", "retentionInDays", null)
                .CannotKnow("log", "retentionInDays"),
            new RuleCase("logs-key", Group)
                .FailsWith("log", "kmsKeyId", null)
                .PassesAs("a user pool's", stack => stack.And(Pool)),
            new RuleCase("logs-key-cognito", Pool)
                .FailsWith("users", "kmsKeyId", "\"arn:aws:kms:ap-northeast-1:111111111111:key/1\"")
                .CannotKnow("users", "kmsKeyId"),
            new RuleCase("logs-filter-group", Filter)
                .FailsWithout("log")
                .FailsWith("filter", "logGroupName", "\"/ecs/other\"")
                .CannotKnow("filter", "logGroupName"),
            new RuleCase("logs-filter-used", Filter)
                .FailsWithout("alarm")
                .FailsWith("alarm", "namespace", "\"other\"")
                .FailsWith("alarm", "metricName", "\"Other\"")
                .CannotKnow("filter", "metricTransformation.name")
                .PassesAs(
                    "on the dashboard",
                    stack =>
                        stack
                            .Without("alarm")
                            .And(
                                """aws:cloudwatch/dashboard:Dashboard pictures {"dashboardBody!": {"widgets": [{"properties": {"metrics": [["app", "Errors"]]}}]}}"""
                            )
                ),
            new RuleCase(
                "logs-lambda-owned",
                """
                aws:lambda/function:Function function {"name": "app"}
                aws:cloudwatch/logGroup:LogGroup log {"name": "/aws/lambda/app"}
                """
            ).FailsWithout("log").FailsWith("log", "name", "\"/aws/lambda/other\"").FailsWith("function", "loggingConfig", """{"logGroup": "/app/elsewhere"}""").CannotKnow("function", "name").PassesAs("another group", stack => stack.With("log", "name", "\"/app/it\"").With("function", "loggingConfig", """{"logGroup": "/app/it"}""")),
            new RuleCase(
                "logs-rds-owned",
                """
                aws:rds/instance:Instance db {"identifier": "app-db", "enabledCloudwatchLogsExports": ["postgresql", "upgrade"]}
                aws:cloudwatch/logGroup:LogGroup log {"name": "/aws/rds/instance/app-db/postgresql"}
                aws:cloudwatch/logGroup:LogGroup upgrades {"name": "/aws/rds/instance/app-db/upgrade"}
                """
            ).FailsWithout("upgrades").FailsWith("db", "identifier", "\"other\"").CannotKnow("db", "enabledCloudwatchLogsExports").CannotKnow("db", "identifier"),
            new RuleCase(
                "logs-insights-owned",
                """
                aws:ecs/cluster:Cluster cluster {"name": "app", "settings": [{"name": "containerInsights", "value": "enhanced"}]}
                aws:cloudwatch/logGroup:LogGroup log {"name": "/aws/ecs/containerinsights/app/performance"}
                """
            ).FailsWithout("log").FailsWith("cluster", "name", "\"other\"").FailsWithAlso("""aws:ecs/cluster:Cluster second {"name": "second", "settings": [{"name": "other", "value": "x"}, {"name": "containerInsights", "value": "enabled"}]}""").CannotKnow("cluster", "name").PassesAs("switched off", stack => stack.And("""aws:ecs/cluster:Cluster plain {"name": "plain", "settings": [{"name": "containerInsights", "value": "disabled"}]}""")),
        ];
}
