namespace Review.Tests.Guardrails.Rules;

internal sealed class BucketAccessRuleCases : RuleCases
{
    private const string Site = """
        aws:s3/bucket:Bucket site {"bucket": "site-1"}
        aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock private {"bucket": "site-1", "blockPublicAcls": true, "blockPublicPolicy": true, "ignorePublicAcls": true, "restrictPublicBuckets": true}
        aws:s3/bucketOwnershipControls:BucketOwnershipControls owner {"bucket": "site-1", "rule": {"objectOwnership": "BucketOwnerEnforced"}}
        aws:s3/bucketPolicy:BucketPolicy policy {"bucket": "site-1", "policy!": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::site-1/*", "Condition": {"StringEquals": {"aws:SourceArn": "arn:aws:cloudfront::111111111111:distribution/E1"}}}, {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "s3:*", "Resource": ["arn:aws:s3:::site-1", "arn:aws:s3:::site-1/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}}
        """;

    private const string Logs = """
        aws:lb/loadBalancer:LoadBalancer alb {"accessLogs": {"bucket": "logs-1", "enabled": true}}
        aws:s3/bucket:Bucket logs {"bucket": "logs-1"}
        aws:s3/bucketPolicy:BucketPolicy writers {"bucket": "logs-1", "policy!": {"Statement": {"Effect": "Allow", "Principal": {"Service": "logdelivery.elasticloadbalancing.amazonaws.com"}, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::logs-1/*"}}}
        aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration sse {"bucket": "logs-1", "rules": [{"applyServerSideEncryptionByDefault": {"sseAlgorithm": "AES256"}}]}
        """;

    private const string Reader = "policy!.Statement.0";
    private const string Refusal = "policy!.Statement.1";

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase(
                "S3.1",
                """aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock account {"blockPublicAcls": true, "blockPublicPolicy": true, "ignorePublicAcls": true, "restrictPublicBuckets": true}"""
            )
                .FailsWith("account", "restrictPublicBuckets", "false")
                .CannotKnow("account", "blockPublicAcls"),
            new RuleCase("S3.2", Site)
                .FailsWith(
                    "policy",
                    Reader,
                    """{"Effect": "Allow", "Principal": "*", "Action": "s3:Get*", "Resource": "arn:aws:s3:::site-1/*"}"""
                )
                .FailsWith(
                    "policy",
                    Reader,
                    """{"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::site-1"}"""
                )
                .CannotKnow("policy", "policy!")
                .PassesWith(
                    "policy",
                    Reader,
                    """{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}"""
                ),
            new RuleCase("S3.3", Site)
                .FailsWith(
                    "policy",
                    Reader,
                    """{"Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::site-1/*"}"""
                )
                .FailsWith(
                    "policy",
                    Reader,
                    """{"Effect": "Allow", "Principal": "*", "Action": "s3:Delete*", "Resource": "arn:aws:s3:::site-1/*"}"""
                )
                .CannotKnow("policy", "policy!")
                .PassesWith(
                    "policy",
                    Reader,
                    """{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"}"""
                ),
            new RuleCase("S3.5", Site)
                .FailsWithout("policy")
                .FailsWith("policy", $"{Refusal}.Effect", "\"Allow\"")
                .FailsWith("policy", $"{Refusal}.Action", "\"s3:PutObject\"")
                .FailsWith("policy", $"{Refusal}.Principal", """{"AWS": "111111111111"}""")
                .FailsWith("policy", $"{Refusal}.Resource", "\"arn:aws:s3:::site-1/*\"")
                .FailsWith("policy", $"{Refusal}.Resource", "\"arn:aws:s3:::site-1\"")
                .FailsWith("policy", $"{Refusal}.Condition.Bool", """{"aws:SecureTransport": "true"}""")
                .CannotKnow("policy", "policy!")
                .PassesWith("policy", $"{Refusal}.Resource", "\"*\"")
                .PassesWith("policy", $"{Refusal}.Principal", "\"*\""),
            new RuleCase("S3.6", Site)
                .FailsWith(
                    "policy",
                    Reader,
                    """{"Effect": "Allow", "Principal": {"AWS": "222222222222"}, "Action": "s3:PutBucketPolicy", "Resource": "arn:aws:s3:::site-1"}"""
                )
                .FailsWith(
                    "policy",
                    Reader,
                    """{"Effect": "Allow", "Principal": {"AWS": "222222222222"}, "Action": "s3:*", "Resource": "arn:aws:s3:::site-1"}"""
                )
                .CannotKnow("policy", "policy!")
                .PassesWith(
                    "policy",
                    Reader,
                    """{"Effect": "Allow", "Principal": {"AWS": "222222222222"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::site-1/*"}"""
                ),
            new RuleCase("S3.8", Site)
                .FailsWithout("private")
                .FailsWith("private", "blockPublicAcls", "false")
                .FailsWith("private", "blockPublicPolicy", null)
                .FailsWith("private", "ignorePublicAcls", "false")
                .FailsWith("private", "restrictPublicBuckets", "false")
                .FailsWith("private", "bucket", "\"another\"")
                .CannotKnow("private", "blockPublicAcls"),
            new RuleCase("S3.12", Site)
                .FailsWithout("owner")
                .FailsWith("owner", "rule.objectOwnership", "\"ObjectWriter\"")
                .FailsWith("site", "acl", "\"private\"")
                .FailsWithAlso("""aws:s3/bucketAcl:BucketAcl acl {"bucket": "site-1", "acl": "private"}""")
                .CannotKnow("owner", "rule.objectOwnership"),
            new RuleCase("s3-service-source", Site)
                .FailsWith("policy", $"{Reader}.Condition", null)
                .FailsWith("policy", $"{Reader}.Condition", """{"StringLike": {"aws:SourceArn": "*"}}""")
                .CannotKnow("policy", "policy!")
                .PassesWith("policy", $"{Reader}.Condition", """{"StringEquals": {"aws:SourceAccount": "111111111111"}}"""),
            new RuleCase("s3-balancer-logs", Logs)
                .FailsWithout("writers")
                .FailsWith("writers", "policy!.Statement.Action", "\"s3:GetObject\"")
                .FailsWith("writers", "policy!.Statement.Effect", "\"Deny\"")
                .FailsWith("writers", "policy!.Statement.Principal.Service", "\"cloudfront.amazonaws.com\"")
                .FailsWith("sse", "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm", "\"aws:kms\"")
                .CannotKnow("writers", "policy!")
                .CannotKnow("sse", "rules")
                .PassesAs("nothing said of encryption", stack => stack.Without("sse"))
                .PassesWith("writers", "policy!.Statement.Principal", """{"AWS": "arn:aws:iam::582318560864:root"}"""),
        ];
}
