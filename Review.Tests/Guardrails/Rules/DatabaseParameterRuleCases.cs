namespace Review.Tests.Guardrails.Rules;

internal sealed class DatabaseParameterRuleCases : RuleCases
{
    private const string Parameters = """
        aws:rds/parameterGroup:ParameterGroup group {"name": "pg15-params", "family": "postgres15", "parameters": [{"name": "max_connections", "value": "200", "applyMethod": "pending-reboot"}, {"name": "log_min_duration_statement", "value": "1000", "applyMethod": "immediate"}, {"name": "shared_buffers", "value": "{DBInstanceClassMemory/32768}", "applyMethod": "pending-reboot"}, {"name": "log_statement", "value": "none"}]}
        aws:rds/instance:Instance db {"engine": "postgres", "engineVersion": "15.8", "identifier": "db", "parameterGroupName": "pg15-params"}
        aws:rds/instance:Instance replica {"replicateSourceDb": "db", "identifier": "db-replica", "parameterGroupName": "pg15-params"}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("rds-static-parameters", Parameters)
                .FailsWith("group", "parameters.0.applyMethod", "\"immediate\"")
                .FailsWith("group", "parameters.2.applyMethod", null)
                .FailsWith("group", "parameters.1.name", "\"shared_preload_libraries\"")
                .CannotKnow("group", "parameters.0.applyMethod")
                .CannotKnow("group", "parameters"),
            new RuleCase("rds-shared-buffers", Parameters)
                .FailsWith("group", "parameters.2.value", "\"{DBInstanceClassMemory/4}\"")
                .FailsWith("group", "parameters.2.value", "\"{DBInstanceClassMemory/8192}\"")
                .FailsWith("group", "parameters.2.value", "\"256MB\"")
                .FailsWith("group", "parameters.2.value", "\"512\"")
                .PassesWith("group", "parameters.2.value", "\"{DBInstanceClassMemory/16384}\"")
                .PassesWith("group", "parameters.2.value", "\"65536\"")
                .SkipsWith("group", "parameters", "[]")
                .SkipsWith("group", "family", "\"mysql8.4\"")
                .CannotKnow("group", "parameters.2.value"),
            new RuleCase("rds-slow-statements", Parameters)
                .FailsWith("group", "parameters.1.value", "\"-1\"")
                .FailsWith("group", "parameters", "[]")
                .PassesWith("group", "parameters.1.value", "\"0\"")
                .SkipsWith("group", "family", "\"mysql8.4\"")
                .PassesAs(
                    "changes are logged",
                    stack => stack.With("group", "parameters.1.value", "\"-1\"").With("group", "parameters.3.value", "\"ddl\"")
                )
                .CannotKnow("group", "parameters.1.value"),
            new RuleCase("rds-logged-statements", Parameters)
                .FailsWith("group", "parameters.1.value", "\"0\"")
                .FailsWith("group", "parameters.3.value", "\"all\"")
                .PassesWith("group", "parameters", "[]")
                .CannotKnow("group", "parameters.3.value"),
            new RuleCase("rds-parameter-family", Parameters)
                .FailsWith("group", "family", "\"postgres16\"")
                .FailsWith("db", "engineVersion", "\"16\"")
                .PassesWith("db", "engineVersion", "\"15\"")
                .SkipsWith("db", "engine", "\"mysql\"")
                .SkipsAs("groups of another stack", stack => stack.Without("group"))
                .CannotKnow("group", "family")
                .CannotKnow("db", "engineVersion"),
            new RuleCase("rds-own-parameters", Parameters)
                .FailsWith("db", "parameterGroupName", null)
                .FailsWith("db", "parameterGroupName", "\"default.postgres15\"")
                .PassesWith("db", "parameterGroupName", "\"?\""),
        ];
}
