namespace Review.Tests.Guardrails.Rules;

internal sealed class DatabaseRecoveryRuleCases : RuleCases
{
    private const string Database = """
        aws:ec2/subnet:Subnet a {"availabilityZone": "ap-northeast-1a"}
        aws:ec2/subnet:Subnet c {"availabilityZone": "ap-northeast-1c"}
        aws:rds/subnetGroup:SubnetGroup subnets {"name": "db-subnets", "subnetIds": ["@a.id", "@c.id"]}
        aws:backup/selection:Selection selection {"resources": ["*"], "conditions": [{"stringEquals": [{"key": "aws:ResourceTag/Backup", "value": "monthly"}]}]}
        aws:rds/instance:Instance db {"identifier": "db", "engine": "postgres", "engineVersion": "15.8", "multiAz": true, "deletionProtection": true, "backupRetentionPeriod": 7, "autoMinorVersionUpgrade": true, "copyTagsToSnapshot": true, "tags": {"Backup": "monthly"}, "skipFinalSnapshot": false, "finalSnapshotIdentifier": "db-final", "deleteAutomatedBackups": false, "backupWindow": "17:00-17:30", "maintenanceWindow": "sun:18:00-sun:19:00", "allocatedStorage": 20, "maxAllocatedStorage": 100}
        aws:rds/instance:Instance replica {"identifier": "db-replica", "replicateSourceDb": "db", "skipFinalSnapshot": true}
        """;

    private const string Provider = """pulumi:providers:aws aws {"defaultTags!": {"tags": {"Backup": "monthly"}}}""";

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("RDS.5", Database)
                .FailsWith("db", "multiAz", "false")
                .FailsWith("db", "multiAz", null)
                .CannotKnow("db", "multiAz"),
            new RuleCase("RDS.8", Database)
                .FailsWith("db", "deletionProtection", "false")
                .FailsWith("db", "deletionProtection", null)
                .CannotKnow("db", "deletionProtection"),
            new RuleCase("RDS.11", Database)
                .FailsWith("db", "backupRetentionPeriod", "6")
                .FailsWith("db", "backupRetentionPeriod", null)
                .CannotKnow("db", "backupRetentionPeriod"),
            new RuleCase("RDS.13", Database)
                .FailsWith("db", "autoMinorVersionUpgrade", "false")
                .FailsWith("replica", "autoMinorVersionUpgrade", "false")
                .PassesWith("db", "autoMinorVersionUpgrade", null)
                .CannotKnow("db", "autoMinorVersionUpgrade"),
            new RuleCase("RDS.17", Database)
                .FailsWith("db", "copyTagsToSnapshot", "false")
                .FailsWith("db", "copyTagsToSnapshot", null)
                .CannotKnow("db", "copyTagsToSnapshot"),
            new RuleCase("RDS.26", Database)
                .FailsWithout("selection")
                .FailsWith("db", "tags", """{"Backup": "none"}""")
                .FailsWith("db", "tags", null)
                .FailsWith("selection", "resources", """["arn:aws:dynamodb:*:*:table/*"]""")
                .FailsWith("selection", "conditions.0.stringEquals.0.value", "\"daily\"")
                .PassesWith("selection", "resources", """["arn:aws:rds:*:*:db:*"]""")
                .PassesAs(
                    "by ARN alone",
                    stack => stack.With("selection", "resources", """["@db.arn"]""").With("selection", "conditions", "[]")
                )
                .PassesAs(
                    "by tag alone",
                    stack =>
                        stack
                            .With("selection", "resources", "[]")
                            .With(
                                "selection",
                                "selectionTags",
                                """[{"type": "STRINGEQUALS", "key": "Backup", "value": "monthly"}]"""
                            )
                )
                .PassesAs(
                    "by a tag of the provider",
                    stack => stack.And(Provider).With("db", "tags", null).With("db", "$provider", "\"aws\"")
                )
                .FailsAs(
                    "by another tag of the provider",
                    stack =>
                        stack
                            .And(Provider.Replace("monthly", "never"))
                            .With("db", "tags", null)
                            .With("db", "$provider", "\"aws\"")
                )
                .CannotKnow("db", "tags")
                .CannotKnow("selection", "resources")
                .UnknownAs(
                    "by likeness",
                    stack =>
                        stack.With(
                            "selection",
                            "conditions",
                            """[{"stringLikes": [{"key": "aws:ResourceTag/Backup", "value": "m*"}]}]"""
                        )
                ),
            new RuleCase("rds-final-snapshot", Database)
                .FailsWith("db", "skipFinalSnapshot", "true")
                .FailsWith("db", "finalSnapshotIdentifier", null)
                .PassesWith("db", "finalSnapshotIdentifier", "\"?\"")
                .CannotKnow("db", "skipFinalSnapshot"),
            new RuleCase("rds-backups-outlive", Database)
                .FailsWith("db", "deleteAutomatedBackups", "true")
                .FailsWith("db", "deleteAutomatedBackups", null)
                .CannotKnow("db", "deleteAutomatedBackups"),
            new RuleCase("rds-windows", Database)
                .FailsWith("db", "backupWindow", "\"18:30-19:30\"")
                .FailsWith("db", "backupWindow", "\"17:30-18:01\"")
                .FailsWith("db", "backupWindow", "\"18:15-18:30\"")
                .FailsWith("db", "maintenanceWindow", "\"sat:16:00-sun:17:01\"")
                .FailsWith("db", "backupWindow", "\"tonight\"")
                .FailsWith("db", "backupWindow", null)
                .FailsWith("db", "maintenanceWindow", null)
                .PassesWith("db", "backupWindow", "\"19:00-19:30\"")
                .PassesWith("db", "maintenanceWindow", "\"sun:23:30-mon:00:30\"")
                .CannotKnow("db", "backupWindow"),
            new RuleCase("rds-storage-growth", Database)
                .FailsWith("db", "maxAllocatedStorage", "20")
                .FailsWith("db", "maxAllocatedStorage", "0")
                .FailsWith("db", "maxAllocatedStorage", null)
                .CannotKnow("db", "maxAllocatedStorage"),
            new RuleCase("rds-subnet-zones", Database)
                .FailsWith("subnets", "subnetIds", """["@a.id"]""")
                .FailsWith("c", "availabilityZone", "\"ap-northeast-1a\"")
                .CannotKnow("subnets", "subnetIds"),
            new RuleCase("rds-engine-version", Database)
                .FailsWith("db", "engineVersion", "\"13.20\"")
                .FailsWith("db", "engineVersion", null)
                .FailsAs("MySQL 8.0", stack => stack.With("db", "engine", "\"mysql\"").With("db", "engineVersion", "\"8.0.40\""))
                .PassesAs("MySQL 8.4", stack => stack.With("db", "engine", "\"mysql\"").With("db", "engineVersion", "\"8.4.3\""))
                .PassesWith("db", "engineVersion", "\"14\"")
                .SkipsWith("db", "engine", "\"oracle-ee\"")
                .CannotKnow("db", "engineVersion"),
            new RuleCase("rds-replica-source", Database)
                .PassesWith("db", "backupRetentionPeriod", "1")
                .FailsWith("db", "backupRetentionPeriod", "0")
                .FailsWith("db", "backupRetentionPeriod", null)
                .CannotKnow("db", "backupRetentionPeriod"),
            new RuleCase("rds-replica-inherits", Database)
                .FailsWith("replica", "username", "\"idpserver\"")
                .FailsWith("replica", "passwordWo", """{"secret": "hidden"}""")
                .FailsWith("replica", "dbName", "\"?\""),
        ];
}
