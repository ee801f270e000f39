namespace Review.Tests.Guardrails.Rules;

internal sealed class FirewallLogRuleCases : RuleCases
{
    private const string Logged = """
        aws:wafv2/webAcl:WebAcl waf {}
        aws:cloudwatch/logGroup:LogGroup log {"name": "aws-waf-logs-acme"}
        aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration logging {"resourceArn": "@waf.arn", "logDestinationConfigs": ["@log.arn"], "redactedFields": [{"singleHeader": {"name": "authorization"}}, {"singleHeader": {"name": "cookie"}}, {"queryString": {}}]}
        """;

    private const string Protection = """
        {"dataProtections": [{"action": "SUBSTITUTION", "field": {"fieldType": "SINGLE_HEADER", "fieldKeys": ["Authorization", "cookie"]}}, {"action": "HASH", "field": {"fieldType": "QUERY_STRING"}}]}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("WAF.11", Logged).FailsWithout("logging"),
            new RuleCase("waf-log-redaction", Logged)
                .FailsWith("logging", "redactedFields.0.singleHeader.name", "\"x-api-key\"")
                .FailsWith("logging", "redactedFields.1.singleHeader.name", "\"x-api-key\"")
                .FailsWith("logging", "redactedFields.2", """{"uriPath": {}}""")
                .FailsWith("logging", "redactedFields", null)
                .FailsAs(
                    "half protected",
                    stack =>
                        stack
                            .With("logging", "redactedFields", null)
                            .With("waf", "dataProtectionConfig", Protection)
                            .With("waf", "dataProtectionConfig.dataProtections.1.field.fieldType", "\"BODY\"")
                )
                .FailsAs(
                    "another header protected",
                    stack =>
                        stack
                            .With("logging", "redactedFields", null)
                            .With("waf", "dataProtectionConfig", Protection)
                            .With("waf", "dataProtectionConfig.dataProtections.0.field.fieldType", "\"SINGLE_COOKIE\"")
                )
                .PassesAs(
                    "protected in the web ACL",
                    stack => stack.With("logging", "redactedFields", null).With("waf", "dataProtectionConfig", Protection)
                )
                .CannotKnow("logging", "redactedFields")
                .CannotKnow("logging", "redactedFields.1"),
            new RuleCase("waf-log-name", Logged)
                .FailsWith("log", "name", "\"/waf/acme\"")
                .FailsWith("logging", "logDestinationConfigs.0", "\"arn:aws:s3:::acme-aws-waf-logs-acme\"")
                .FailsWith("logging", "logDestinationConfigs", null)
                .PassesWith("logging", "logDestinationConfigs.0", "\"arn:aws:s3:::aws-waf-logs-elsewhere\"")
                .PassesWith(
                    "logging",
                    "logDestinationConfigs.0",
                    "\"arn:aws:firehose:ap-northeast-1:111111111111:deliverystream/aws-waf-logs-x\""
                )
                .PassesWith(
                    "logging",
                    "logDestinationConfigs.0",
                    "\"arn:aws:logs:ap-northeast-1:111111111111:log-group:aws-waf-logs-acme\""
                )
                .CannotKnow("logging", "logDestinationConfigs")
                .CannotKnow("log", "name"),
        ];
}
