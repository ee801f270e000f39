namespace Review.Tests.Guardrails.Rules;

internal sealed class KmsRuleCases : RuleCases
{
    private const string Policy = """
        {"Statement": [{"Sid": "Admin", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:root"}, "Action": ["kms:PutKeyPolicy", "kms:Describe*"], "Resource": "*"}, {"Sid": "Grants", "Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:CreateGrant", "Resource": "*", "Condition": {"StringEquals": {"kms:CallerAccount": "111111111111"}, "Bool": {"kms:GrantIsForAWSResource": "true"}}}]}
        """;

    private const string Key = $$"""aws:kms/key:Key key {"policy!": {{Policy}}}""";

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("KMS.3", """aws:kms/key:Key key {"deletionWindowInDays": 30, "isEnabled": true}""")
                .FailsWith("key", "deletionWindowInDays", "7")
                .FailsWith("key", "isEnabled", "false")
                .CannotKnow("key", "isEnabled")
                .CannotKnow("key", "deletionWindowInDays")
                .PassesWith("key", "deletionWindowInDays", null)
                .PassesWith("key", "isEnabled", null)
                .PassesAs(
                    "a short wait, protected",
                    stack => stack.With("key", "deletionWindowInDays", "7").With("key", "$protect", "true")
                ),
            new RuleCase("KMS.4", """aws:kms/key:Key key {"enableKeyRotation": true, "rotationPeriodInDays": 365}""")
                .FailsWith("key", "enableKeyRotation", "false")
                .FailsWith("key", "enableKeyRotation", null)
                .FailsWith("key", "rotationPeriodInDays", "730")
                .CannotKnow("key", "enableKeyRotation")
                .PassesWith("key", "rotationPeriodInDays", null)
                .PassesAs(
                    "a key that cannot be renewed",
                    stack => stack.And("""aws:kms/key:Key signing {"customerMasterKeySpec": "RSA_2048"}""")
                ),
            new RuleCase("KMS.5", Key)
                .FailsWith("key", "policy!.Statement.1.Condition", null)
                .FailsWith("key", "policy!.Statement.1.Condition.StringEquals", """{"kms:CallerAccount": "*"}""")
                .FailsWith("key", "policy!.Statement.1.Condition", """{"StringNotEquals": {"kms:CallerAccount": "1"}}""")
                .FailsWith("key", "policy!.Statement.1.Condition", """{"StringEqualsIfExists": {"aws:SourceAccount": "1"}}""")
                .FailsWith("key", "policy!.Statement.0.Principal", "\"*\"")
                .CannotKnow("key", "policy!")
                .PassesWith("key", "policy!.Statement.1.Effect", "\"Deny\"")
                .PassesWith("key", "policy!", null),
            new RuleCase(
                "kms-alias",
                """
                aws:kms/key:Key key {}
                aws:kms/alias:Alias alias {"targetKeyId": "@key.keyId"}
                """
            ).FailsWithout("alias"),
            new RuleCase("kms-administrators", Key)
                .FailsWith("key", "policy!.Statement.0.Action", "\"kms:Describe*\"")
                .FailsWith("key", "policy!.Statement.0.Effect", "\"Deny\"")
                .FailsWith("key", "policy!.Statement.0.Principal", """{"AWS": "arn:aws:iam::111111111111:role/one"}""")
                .FailsWith("key", "policy!.Statement.0.Condition", """{"Bool": {"aws:MultiFactorAuthPresent": "true"}}""")
                .FailsWith("key", "bypassPolicyLockoutSafetyCheck", "true")
                .CannotKnow("key", "policy!")
                .PassesWith("key", "policy!.Statement.0.Action", "\"kms:*\"")
                .PassesWith("key", "policy!.Statement.0.Principal", """{"AWS": "111111111111"}"""),
            new RuleCase("kms-grants", Key)
                .FailsWith("key", "policy!.Statement.1.Condition.Bool", """{"aws:SecureTransport": "true"}""")
                .FailsWith("key", "policy!.Statement.1.Condition.Bool", """{"kms:GrantIsForAWSResource": "false"}""")
                .FailsWith("key", "policy!.Statement.0.Action", "\"kms:Create*\"")
                .CannotKnow("key", "policy!")
                .PassesWith("key", "policy!.Statement.0.Action", "\"kms:*\""),
            new RuleCase("kms-multi-region", """aws:kms/key:Key key {"multiRegion": false}""")
                .FailsWith("key", "multiRegion", "true")
                .CannotKnow("key", "multiRegion")
                .PassesWith("key", "multiRegion", null)
                .PassesAs(
                    "with a copy",
                    stack =>
                        stack
                            .With("key", "multiRegion", "true")
                            .And("""aws:kms/replicaKey:ReplicaKey copy {"primaryKeyArn": "@key.arn"}""")
                ),
            new RuleCase(
                "kms-protected-data",
                """
                aws:kms/key:Key key {"$protect": true}
                aws:rds/instance:Instance db {"kmsKeyId": "@key.arn", "$protect": true}
                """
            ).FailsWith("key", "$protect", "false").FailsAs("beside what is not protected", stack => stack.With("key", "$protect", "false").And("""aws:sns/topic:Topic topic {"kmsMasterKeyId": "@key.arn"}""")).PassesWith("key", "$retainOnDelete", "true"),
        ];
}
