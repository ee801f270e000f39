namespace Review.Tests.Guardrails.Rules;

internal sealed class SecretRuleCases : RuleCases
{
    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase(
                "SecretsManager.1",
                """
                random:index/randomPassword:RandomPassword password {"length": 40, "keepers": {"version": "1"}}
                aws:secretsmanager/secret:Secret secret {"name": "app/db"}
                aws:secretsmanager/secretVersion:SecretVersion version {"secretId": "@secret.id", "secretString!": {"password": "@password.result"}}
                """
            ).FailsWith("password", "keepers", null).FailsWith("version", "secretString!", """{"secret": "by hand"}""").PassesAs("with a rotation", stack => stack.Without("version").And("""aws:secretsmanager/secretRotation:SecretRotation rotation {"secretId": "@secret.id"}""")),
            new RuleCase(
                "SecretsManager.3",
                """
                aws:secretsmanager/secret:Secret secret {"name": "app/db"}
                aws:secretsmanager/secretVersion:SecretVersion version {"secretId": "@secret.id"}
                aws:secretsmanager/secretPolicy:SecretPolicy closed {"secretArn": "@secret.arn"}
                aws:iam/rolePolicy:RolePolicy reader {"policy!": {"Statement": {"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "@secret.arn"}}}
                """
            ).FailsWithout("reader"),
            new RuleCase(
                "SecretsManager.4",
                """aws:secretsmanager/secretRotation:SecretRotation rotation {"rotationRules": {"automaticallyAfterDays": 90}}"""
            )
                .FailsWith("rotation", "rotationRules.automaticallyAfterDays", "91")
                .FailsWith("rotation", "rotationRules.automaticallyAfterDays", "0")
                .PassesWith("rotation", "rotationRules.automaticallyAfterDays", "1")
                .FailsWith("rotation", "rotationRules", null)
                .CannotKnow("rotation", "rotationRules.automaticallyAfterDays")
                .PassesWith("rotation", "rotationRules", """{"scheduleExpression": "rate(10 days)"}"""),
            new RuleCase(
                "secretsmanager-key",
                """
                aws:kms/key:Key key {}
                aws:secretsmanager/secret:Secret secret {"kmsKeyId": "@key.arn"}
                """
            ).FailsWith("secret", "kmsKeyId", null).FailsWith("secret", "kmsKeyId", "\"\""),
            new RuleCase(
                "secretsmanager-recovery-window",
                """aws:secretsmanager/secret:Secret secret {"recoveryWindowInDays": 30}"""
            )
                .FailsWith("secret", "recoveryWindowInDays", "0")
                .CannotKnow("secret", "recoveryWindowInDays")
                .PassesWith("secret", "recoveryWindowInDays", "7")
                .PassesWith("secret", "recoveryWindowInDays", null),
            new RuleCase(
                "secretsmanager-has-value",
                """
                aws:secretsmanager/secret:Secret secret {"name": "app/db"}
                aws:secretsmanager/secretVersion:SecretVersion version {"secretId": "@secret.id"}
                """
            ).FailsWithout("version").PassesAs("a rotation makes it", stack => stack.Without("version").And("""aws:secretsmanager/secretRotation:SecretRotation rotation {"secretId": "@secret.id"}""")),
            new RuleCase(
                "secretsmanager-value-secret",
                """aws:secretsmanager/secretVersion:SecretVersion version {"secretString": {"secret": "abc"}}"""
            )
                .FailsWith("version", "secretString", "\"abc\"")
                .FailsWith("version", "secretBinary", "\"YWJj\"")
                .PassesWith("version", "secretString", "\"?\"")
                .PassesWith("version", "secretString", null),
            new RuleCase(
                "secretsmanager-policy",
                """aws:secretsmanager/secretPolicy:SecretPolicy policy {"blockPublicPolicy": true, "policy!": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "secretsmanager:*", "Resource": "*"}]}}"""
            )
                .FailsWith("policy", "blockPublicPolicy", null)
                .FailsWith("policy", "policy!.Statement.0.Effect", "\"Allow\"")
                .CannotKnow("policy", "policy!")
                .CannotKnow("policy", "blockPublicPolicy"),
        ];
}
