namespace Review.Tests.Guardrails.Rules;

internal sealed class TableRuleCases : RuleCases
{
    private const string Table = """
        aws:dynamodb/table:Table table {"name": "tasks", "billingMode": "PAY_PER_REQUEST", "deletionProtectionEnabled": true, "pointInTimeRecovery": {"enabled": true}, "serverSideEncryption": {"enabled": true, "kmsKeyArn": "arn:aws:kms:x"}, "hashKey": "pk", "rangeKey": "sk", "attributes": [{"name": "pk", "type": "S"}, {"name": "sk", "type": "S"}], "ttl": {"enabled": true, "attributeName": "expires"}}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("DynamoDB.1", Table)
                .FailsWith("table", "billingMode", "\"PROVISIONED\"")
                .FailsWith("table", "billingMode", null)
                .CannotKnow("table", "billingMode")
                .PassesAs(
                    "scaled",
                    stack =>
                        stack
                            .With("table", "billingMode", "\"PROVISIONED\"")
                            .And("""aws:appautoscaling/target:Target target {"resourceId": "table/tasks"}""")
                ),
            new RuleCase("DynamoDB.2", Table)
                .FailsWith("table", "pointInTimeRecovery.enabled", "false")
                .FailsWith("table", "pointInTimeRecovery", null)
                .CannotKnow("table", "pointInTimeRecovery"),
            new RuleCase("DynamoDB.6", Table)
                .FailsWith("table", "deletionProtectionEnabled", "false")
                .FailsWith("table", "deletionProtectionEnabled", null)
                .CannotKnow("table", "deletionProtectionEnabled"),
            new RuleCase("dynamodb-key", Table)
                .FailsWith("table", "serverSideEncryption.enabled", "false")
                .FailsWith("table", "serverSideEncryption.kmsKeyArn", null)
                .FailsWith("table", "serverSideEncryption", null)
                .CannotKnow("table", "serverSideEncryption.enabled"),
            new RuleCase("dynamodb-expiry", Table)
                .FailsWith("table", "ttl.attributeName", "\"sk\"")
                .FailsWith("table", "ttl.attributeName", null)
                .CannotKnow("table", "ttl.attributeName"),
            new RuleCase("dynamodb-attributes", Table)
                .FailsWith("table", "rangeKey", null)
                .FailsWith("table", "hashKey", "\"id\"")
                .FailsWith("table", "globalSecondaryIndexes", """[{"name": "by-user", "hashKey": "user"}]""")
                .CannotKnow("table", "attributes")
                .CannotKnow("table", "hashKey")
                .PassesWith("table", "globalSecondaryIndexes", """[{"name": "turned", "hashKey": "sk", "rangeKey": "pk"}]"""),
        ];
}
