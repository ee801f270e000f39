namespace Review.Tests.Guardrails.Rules;

internal sealed class UserPoolRuleCases : RuleCases
{
    private const string Pool = """
        aws:cognito/userPool:UserPool pool {"userPoolTier": "PLUS", "userPoolAddOns": {"advancedSecurityMode": "ENFORCED", "advancedSecurityAdditionalFlows": {"customAuthMode": "ENFORCED"}}, "passwordPolicy": {"minimumLength": 12, "requireLowercase": true, "requireUppercase": true, "requireNumbers": true, "requireSymbols": true, "temporaryPasswordValidityDays": 3}, "mfaConfiguration": "OPTIONAL", "softwareTokenMfaConfiguration": {"enabled": true}, "deletionProtection": "ACTIVE", "adminCreateUserConfig": {"allowAdminCreateUserOnly": false}, "autoVerifiedAttributes": ["email"], "userAttributeUpdateSettings": {"attributesRequireVerificationBeforeUpdates": ["email"]}, "accountRecoverySetting": {"recoveryMechanisms": [{"name": "verified_email", "priority": 1}]}, "usernameConfiguration": {"caseSensitive": false}}
        aws:cognito/riskConfiguration:RiskConfiguration risks {"userPoolId": "@pool.id", "compromisedCredentialsRiskConfiguration": {"actions": {"eventAction": "BLOCK"}}}
        aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration logs {"userPoolId": "@pool.id", "logConfigurations": [{"eventSource": "userNotification"}, {"eventSource": "userAuthEvents"}]}
        aws:wafv2/webAclAssociation:WebAclAssociation shield {"resourceArn": "@pool.arn", "webAclArn": "arn:aws:wafv2:ap-northeast-1:111111111111:regional/webacl/a/b"}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("Cognito.1", Pool)
                .FailsWith("pool", "userPoolAddOns.advancedSecurityMode", "\"AUDIT\"")
                .FailsWith("pool", "userPoolAddOns", null)
                .CannotKnow("pool", "userPoolAddOns"),
            new RuleCase("cognito-plus-tier", Pool)
                .FailsWith("pool", "userPoolTier", "\"ESSENTIALS\"")
                .FailsWith("pool", "userPoolTier", null)
                .FailsAs(
                    "only counting",
                    stack =>
                        stack.With("pool", "userPoolTier", null).With("pool", "userPoolAddOns.advancedSecurityMode", "\"AUDIT\"")
                )
                .CannotKnow("pool", "userPoolTier"),
            new RuleCase("Cognito.3", Pool)
                .FailsWith("pool", "passwordPolicy.minimumLength", "7")
                .FailsWith("pool", "passwordPolicy.requireLowercase", "false")
                .FailsWith("pool", "passwordPolicy.requireUppercase", "false")
                .FailsWith("pool", "passwordPolicy.requireNumbers", "false")
                .FailsWith("pool", "passwordPolicy.requireSymbols", null)
                .PassesWith("pool", "passwordPolicy.minimumLength", "8")
                .CannotKnow("pool", "passwordPolicy"),
            new RuleCase("cognito-temporary-password", Pool)
                .FailsWith("pool", "passwordPolicy.temporaryPasswordValidityDays", "8")
                .PassesWith("pool", "passwordPolicy.temporaryPasswordValidityDays", null)
                .CannotKnow("pool", "passwordPolicy.temporaryPasswordValidityDays"),
            new RuleCase("Cognito.4", Pool)
                .FailsWith("pool", "userPoolAddOns.advancedSecurityAdditionalFlows.customAuthMode", "\"AUDIT\"")
                .FailsWith("pool", "userPoolAddOns.advancedSecurityAdditionalFlows", null)
                .CannotKnow("pool", "userPoolAddOns.advancedSecurityAdditionalFlows"),
            new RuleCase("Cognito.5", Pool)
                .FailsWith("pool", "mfaConfiguration", "\"OFF\"")
                .FailsWith("pool", "mfaConfiguration", null)
                .FailsWith("pool", "softwareTokenMfaConfiguration.enabled", "false")
                .FailsWith("pool", "softwareTokenMfaConfiguration", null)
                .PassesWith("pool", "mfaConfiguration", "\"ON\"")
                .PassesAs(
                    "by mail",
                    stack =>
                        stack
                            .With("pool", "softwareTokenMfaConfiguration", null)
                            .With("pool", "emailMfaConfiguration", """{"message": "{####}"}""")
                )
                .CannotKnow("pool", "mfaConfiguration"),
            new RuleCase("cognito-sms", Pool)
                .FailsWith(
                    "pool",
                    "smsConfiguration",
                    """{"externalId": "acme", "snsCallerArn": "arn:aws:iam::111111111111:role/sms"}"""
                )
                .FailsWith("pool", "autoVerifiedAttributes", """["phone_number"]""")
                .CannotKnow("pool", "smsConfiguration"),
            new RuleCase("Cognito.6", Pool)
                .FailsWith("pool", "deletionProtection", "\"INACTIVE\"")
                .FailsWith("pool", "deletionProtection", null)
                .CannotKnow("pool", "deletionProtection"),
            new RuleCase("cognito-compromised-passwords", Pool)
                .FailsWithout("risks")
                .FailsWith("risks", "compromisedCredentialsRiskConfiguration.actions.eventAction", "\"NO_ACTION\"")
                .FailsWith("risks", "compromisedCredentialsRiskConfiguration", null)
                .CannotKnow("risks", "compromisedCredentialsRiskConfiguration"),
            new RuleCase("cognito-web-acl", Pool)
                .FailsWithout("shield")
                .FailsAs("by default", stack => stack.Without("shield").With("pool", "adminCreateUserConfig", null)),
            new RuleCase("cognito-sign-up", Pool)
                .FailsWith("pool", "adminCreateUserConfig", null)
                .PassesWith("pool", "adminCreateUserConfig.allowAdminCreateUserOnly", "true")
                .CannotKnow("pool", "adminCreateUserConfig"),
            new RuleCase("cognito-verified-changes", Pool)
                .FailsWith("pool", "userAttributeUpdateSettings", null)
                .FailsWith("pool", "userAttributeUpdateSettings.attributesRequireVerificationBeforeUpdates", "[]")
                .CannotKnow("pool", "userAttributeUpdateSettings"),
            new RuleCase("cognito-recovery", Pool)
                .FailsWith("pool", "accountRecoverySetting.recoveryMechanisms.0.name", "\"verified_phone_number\"")
                .FailsWith(
                    "pool",
                    "accountRecoverySetting.recoveryMechanisms",
                    """[{"name": "verified_email", "priority": 1}, {"name": "verified_phone_number", "priority": 2}]"""
                )
                .FailsWith("pool", "accountRecoverySetting", null)
                .PassesWith("pool", "accountRecoverySetting.recoveryMechanisms.0.name", "\"admin_only\"")
                .CannotKnow("pool", "accountRecoverySetting"),
            new RuleCase("cognito-name-case", Pool)
                .FailsWith("pool", "usernameConfiguration.caseSensitive", "true")
                .FailsWith("pool", "usernameConfiguration", null)
                .CannotKnow("pool", "usernameConfiguration"),
            new RuleCase("cognito-logs", Pool)
                .FailsWithout("logs")
                .FailsWith("logs", "logConfigurations", """[{"eventSource": "userNotification"}]""")
                .FailsWith("logs", "logConfigurations", """[{"eventSource": "userAuthEvents"}]""")
                .PassesAs(
                    "without threat protection",
                    stack =>
                        stack
                            .With("logs", "logConfigurations", """[{"eventSource": "userNotification"}]""")
                            .With("pool", "userPoolAddOns", null)
                )
                .CannotKnow("logs", "logConfigurations"),
        ];
}
