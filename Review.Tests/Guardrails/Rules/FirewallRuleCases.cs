namespace Review.Tests.Guardrails.Rules;

internal sealed class FirewallRuleCases : RuleCases
{
    private const string Open = """
        aws:wafv2/webAcl:WebAcl waf {"scope": "REGIONAL", "defaultAction": {"allow": {}}, "visibilityConfig": {"cloudwatchMetricsEnabled": true}, "rules": [{"name": "bad", "priority": 1, "overrideAction": {"none": {}}, "visibilityConfig": {"cloudwatchMetricsEnabled": true}, "statement": {"managedRuleGroupStatement": {"vendorName": "AWS", "name": "AWSManagedRulesKnownBadInputsRuleSet", "ruleActionOverrides": [{"name": "Host_localhost_HEADER", "actionToUse": {"count": {}}}]}}}, {"name": "common", "priority": 2, "overrideAction": {"none": {}}, "visibilityConfig": {"cloudwatchMetricsEnabled": true}, "statement": {"managedRuleGroupStatement": {"vendorName": "AWS", "name": "AWSManagedRulesCommonRuleSet"}}}, {"name": "rate", "priority": 3, "action": {"block": {}}, "visibilityConfig": {"cloudwatchMetricsEnabled": true}, "statement": {"rateBasedStatement": {"limit": 2000, "aggregateKeyType": "IP"}}}]}
        aws:wafv2/webAclAssociation:WebAclAssociation shield {"webAclArn": "@waf.arn", "resourceArn": "arn:aws:elasticloadbalancing:ap-northeast-1:111111111111:loadbalancer/app/a/b"}
        """;

    private const string Closed = """
        aws:wafv2/webAcl:WebAcl waf {"scope": "REGIONAL", "defaultAction": {"block": {}}, "rules": [{"name": "cdn", "priority": 1, "action": {"allow": {}}, "statement": {"byteMatchStatement": {"searchString": {"secret": "word"}}}}]}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("WAF.10", Open)
                .FailsWith("waf", "rules", "[]")
                .FailsWith("waf", "rules", null)
                .PassesAs("as JSON", stack => stack.With("waf", "rules", null).With("waf", "ruleJson", "\"[{}]\""))
                .CannotKnow("waf", "rules"),
            new RuleCase("WAF.12", Open)
                .FailsWith("waf", "visibilityConfig.cloudwatchMetricsEnabled", "false")
                .FailsWith("waf", "rules.1.visibilityConfig.cloudwatchMetricsEnabled", "false")
                .FailsWith("waf", "rules.2.visibilityConfig", null)
                .CannotKnow("waf", "rules.0.visibilityConfig"),
            new RuleCase("waf-known-bad-inputs", Open)
                .FailsWith("waf", "rules.0.statement.managedRuleGroupStatement.name", "\"AWSManagedRulesLinuxRuleSet\"")
                .FailsWith("waf", "rules.0.overrideAction", """{"count": {}}""")
                .FailsWith("waf", "rules.0.statement.managedRuleGroupStatement.ruleActionOverrides.0.name", "\"Log4JRCE_HEADER\"")
                .CannotKnow("waf", "rules"),
            new RuleCase("waf-common-rules", Open)
                .FailsWith("waf", "rules.1.statement.managedRuleGroupStatement.name", "\"AWSManagedRulesLinuxRuleSet\"")
                .FailsWith("waf", "rules.1.overrideAction", """{"count": {}}""")
                .CannotKnow("waf", "rules"),
            new RuleCase("waf-rules-block", Open)
                .FailsWith("waf", "rules.1.overrideAction", """{"count": {}}""")
                .FailsAs(
                    "a group of one's own",
                    stack =>
                        stack.With(
                            "waf",
                            "rules.2",
                            """{"name": "own", "overrideAction": {"count": {}}, "statement": {"ruleGroupReferenceStatement": {"arn": "arn:aws:wafv2:::group"}}}"""
                        )
                )
                .CannotKnow("waf", "rules.1.overrideAction"),
            new RuleCase("waf-rate-limit", Open)
                .FailsWith("waf", "rules.2.statement", """{"geoMatchStatement": {"countryCodes": ["JP"]}}""")
                .FailsWith("waf", "rules.2.action", """{"count": {}}""")
                .FailsWith("waf", "rules.2.action", """{"allow": {}}""")
                .FailsWith("waf", "rules.2.action", null)
                .PassesWith("waf", "rules.2.action", """{"captcha": {}}""")
                .CannotKnow("waf", "ruleJson")
                .CannotKnow("waf", "rules.2.statement")
                .CannotKnow("waf", "rules"),
            new RuleCase("waf-priorities", Open)
                .FailsWith("waf", "rules.2.priority", "1")
                .FailsWith("waf", "rules.2.priority", null)
                .CannotKnow("waf", "rules.2.priority"),
            new RuleCase("waf-default-action", Closed)
                .FailsWith("waf", "defaultAction", """{"allow": {}}""")
                .FailsWith("waf", "defaultAction", null)
                .CannotKnow("waf", "defaultAction"),
            new RuleCase("waf-association", Open)
                .FailsWithout("shield")
                .PassesAs(
                    "of a distribution",
                    stack =>
                        stack.Without("shield").And("""aws:cloudfront/distribution:Distribution cdn {"webAclId": "@waf.arn"}""")
                ),
            new RuleCase("waf-region", """aws:wafv2/webAcl:WebAcl waf {"scope": "CLOUDFRONT", "region": "us-east-1"}""")
                .FailsWith("waf", "region", "\"eu-west-1\"")
                .FailsWith("waf", "region", null),
        ];
}
