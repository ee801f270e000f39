namespace Review.Tests.Guardrails.Rules;

internal sealed class BackupRuleCases : RuleCases
{
    private const string Backup = """
        pulumi:providers:aws aws {"defaultTags!": {"tags": {"Stack": "prod"}}}
        aws:rds/instance:Instance db {"identifier": "db", "tags": {"Backup": "daily"}, "$provider": "aws"}
        aws:backup/vault:Vault vault {"name": "vault", "kmsKeyArn": "arn:aws:kms:x", "forceDestroy": false}
        aws:backup/vaultPolicy:VaultPolicy policy {"backupVaultName": "vault", "policy!": {"Statement": {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": ["backup:DeleteRecoveryPoint"], "Resource": "*"}}}
        aws:backup/plan:Plan plan {"rules": [{"ruleName": "daily", "lifecycle": {"deleteAfter": 35}}]}
        aws:iam/role:Role role {"assumeRolePolicy!": {"Statement": {"Effect": "Allow", "Principal": {"Service": "backup.amazonaws.com"}, "Action": "sts:AssumeRole"}}}
        aws:iam/rolePolicyAttachment:RolePolicyAttachment rights {"role": "@role.id", "policyArn": "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup"}
        aws:backup/selection:Selection selection {"iamRoleArn": "@role.arn", "resources": ["*"], "conditions": [{"stringEquals": [{"key": "aws:ResourceTag/Backup", "value": "daily"}, {"key": "aws:ResourceTag/Stack", "value": "prod"}]}]}
        aws:cloudwatch/eventRule:EventRule failed {"name": "failed", "eventPattern!": {"source": ["aws.backup"]}}
        aws:cloudwatch/eventTarget:EventTarget tell {"rule": "failed"}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("Backup.1", Backup).FailsWith("vault", "kmsKeyArn", null),
            new RuleCase("backup-vault-kept", Backup)
                .FailsWithout("policy")
                .FailsWith("policy", "policy!.Statement.Effect", "\"Allow\"")
                .FailsWith("policy", "policy!.Statement.Action", "\"backup:StartBackupJob\"")
                .FailsWith("policy", "policy!.Statement.Principal", """{"AWS": "111111111111"}""")
                .FailsWith("policy", "backupVaultName", "\"another\"")
                .CannotKnow("policy", "policy!")
                .PassesAs(
                    "locked",
                    stack =>
                        stack
                            .Without("policy")
                            .And("""aws:backup/vaultLockConfiguration:VaultLockConfiguration lock {"backupVaultName": "vault"}""")
                ),
            new RuleCase("backup-vault-force-destroy", Backup)
                .FailsWith("vault", "forceDestroy", "true")
                .CannotKnow("vault", "forceDestroy"),
            new RuleCase("backup-plan-retention", Backup)
                .FailsWith("plan", "rules.0.lifecycle.deleteAfter", "6")
                .FailsWith("plan", "rules.0.lifecycle", null)
                .FailsWith("plan", "rules.0.lifecycle", """{"deleteAfter": 100, "coldStorageAfter": 30}""")
                .FailsWith("plan", "rules", null)
                .CannotKnow("plan", "rules")
                .CannotKnow("plan", "rules.0.lifecycle.deleteAfter")
                .PassesWith("plan", "rules.0.lifecycle", """{"deleteAfter": 120, "coldStorageAfter": 30}"""),
            new RuleCase("backup-plan-heard", Backup)
                .FailsWithout("failed")
                .FailsWithout("tell")
                .FailsWith("failed", "eventPattern!.source", "[\"aws.rds\"]")
                .PassesAs(
                    "notified",
                    stack =>
                        stack
                            .Without("failed")
                            .And("""aws:backup/vaultNotifications:VaultNotifications told {"backupVaultName": "vault"}""")
                ),
            new RuleCase("backup-selection-covers", Backup)
                .FailsWith("db", "tags.Backup", "\"weekly\"")
                .FailsWith("aws", "defaultTags!.tags.Stack", "\"dev\"")
                .FailsWith("selection", "resources", "[]")
                .FailsWithout("db")
                .PassesAs(
                    "by one tag",
                    stack =>
                        stack
                            .With("selection", "conditions", null)
                            .With(
                                "selection",
                                "selectionTags",
                                """[{"type": "STRINGEQUALS", "key": "Backup", "value": "daily"}]"""
                            )
                )
                .PassesAs("by name", stack => stack.With("selection", "resources", "[\"@db.arn\"]")),
            new RuleCase("backup-selection-role", Backup)
                .FailsWith("role", "assumeRolePolicy!.Statement.Principal.Service", "\"rds.amazonaws.com\"")
                .FailsWithout("rights")
                .FailsWith("selection", "iamRoleArn", "\"arn:aws:iam::111111111111:role/elsewhere\"")
                .CannotKnow("role", "assumeRolePolicy!")
                .CannotKnow("selection", "iamRoleArn"),
            new RuleCase(
                "DynamoDB.4",
                $$"""
                {{Backup}}
                aws:dynamodb/table:Table table {"name": "t", "tags": {"Backup": "daily"}, "$provider": "aws"}
                """
            ).FailsWith("table", "tags", null).FailsWithout("selection"),
        ];
}
