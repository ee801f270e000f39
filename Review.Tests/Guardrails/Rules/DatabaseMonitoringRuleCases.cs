namespace Review.Tests.Guardrails.Rules;

internal sealed class DatabaseMonitoringRuleCases : RuleCases
{
    private const string Database = """
        aws:rds/parameterGroup:ParameterGroup params {"name": "params", "family": "postgres15", "parameters": [{"name": "max_connections", "value": "85", "applyMethod": "pending-reboot"}]}
        aws:rds/instance:Instance db {"identifier": "db", "engine": "postgres", "engineVersion": "15", "monitoringInterval": 60, "monitoringRoleArn": "role", "enabledCloudwatchLogsExports": ["postgresql", "upgrade"], "performanceInsightsEnabled": true, "performanceInsightsKmsKeyId": "key", "parameterGroupName": "params"}
        aws:ecs/taskDefinition:TaskDefinition task {"containerDefinitions!": [{"name": "app", "environment": [{"name": "DB_WRITER_URL", "value": "jdbc:postgresql://@db.address:5432/idp"}, {"name": "DB_WRITER_MAX_POOL_SIZE", "value": "10"}, {"name": "AUDIT_MAX_POOL_SIZE", "value": "100"}]}]}
        aws:ecs/service:Service service {"name": "app-service", "taskDefinition": "@task.arn", "desiredCount": 1, "deploymentMaximumPercent": 200}
        aws:appautoscaling/target:Target scaling {"resourceId": "service/cluster/app-service", "minCapacity": 1, "maxCapacity": 4}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("RDS.6", Database)
                .FailsWith("db", "monitoringInterval", "0")
                .FailsWith("db", "monitoringInterval", null)
                .FailsWith("db", "monitoringRoleArn", null)
                .CannotKnow("db", "monitoringInterval"),
            new RuleCase(
                "RDS.9",
                """aws:rds/instance:Instance db {"engine": "mysql", "enabledCloudwatchLogsExports": ["error"]}"""
            )
                .FailsWith("db", "enabledCloudwatchLogsExports", "[]")
                .FailsWith("db", "enabledCloudwatchLogsExports", null)
                .CannotKnow("db", "enabledCloudwatchLogsExports"),
            new RuleCase("RDS.36", Database)
                .SkipsWith("db", "engine", "\"mysql\"")
                .FailsWith("db", "enabledCloudwatchLogsExports", """["upgrade"]""")
                .FailsWith("db", "enabledCloudwatchLogsExports", null)
                .FailsWithAlso("""aws:rds/instance:Instance replica {"replicateSourceDb": "db"}""")
                .CannotKnow("db", "enabledCloudwatchLogsExports"),
            new RuleCase("rds-insights", Database)
                .FailsWith("db", "performanceInsightsEnabled", "false")
                .FailsWith("db", "performanceInsightsEnabled", null)
                .CannotKnow("db", "performanceInsightsEnabled"),
            new RuleCase("rds-insights-key", Database)
                .FailsWith("db", "performanceInsightsKmsKeyId", null)
                .PassesWith("db", "performanceInsightsKmsKeyId", "\"?\""),
            new RuleCase("rds-connections", Database)
                .FailsWith("params", "parameters.0.value", "\"84\"")
                .FailsWith("scaling", "maxCapacity", "5")
                .FailsAs(
                    "a host and a port",
                    stack =>
                        stack
                            .With(
                                "task",
                                "containerDefinitions!.0.environment.0",
                                """{"name": "DB_WRITER_HOST", "value": "@db.address"}"""
                            )
                            .With("scaling", "maxCapacity", "5")
                )
                .FailsWith("service", "deploymentMaximumPercent", "201")
                .FailsAs("ten are allowed by default", stack => stack.Without("scaling").With("service", "desiredCount", "5"))
                .FailsWith("task", "containerDefinitions!.0.environment.1.value", "\"11\"")
                .PassesAs(
                    "fewer while deploying",
                    stack => stack.With("scaling", "maxCapacity", "8").With("service", "deploymentMaximumPercent", "100")
                )
                .PassesWith("service", "deploymentMaximumPercent", null)
                .SkipsWith("params", "parameters", "[]")
                .SkipsWith("params", "parameters.0.value", "\"LEAST(1,2)\"")
                .SkipsAs("no service runs it", stack => stack.Without("service"))
                .SkipsWith("task", "containerDefinitions!.0.environment.0.value", "\"jdbc:postgresql://elsewhere:5432/idp\""),
        ];
}
