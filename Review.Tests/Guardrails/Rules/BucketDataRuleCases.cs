namespace Review.Tests.Guardrails.Rules;

internal sealed class BucketDataRuleCases : RuleCases
{
    private const string Data = """
        aws:kms/key:Key key {}
        aws:s3/bucket:Bucket data {"bucket": "data-1", "forceDestroy": false}
        aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration sse {"bucket": "data-1", "rules": [{"applyServerSideEncryptionByDefault": {"sseAlgorithm": "aws:kms", "kmsMasterKeyId": "@key.arn"}, "bucketKeyEnabled": true}]}
        aws:s3/bucketVersioning:BucketVersioning versions {"bucket": "data-1", "versioningConfiguration": {"status": "Enabled"}}
        aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration lifecycle {"bucket": "data-1", "rules": [{"id": "old", "status": "Enabled", "abortIncompleteMultipartUpload": {"daysAfterInitiation": 7}, "noncurrentVersionExpiration": {"noncurrentDays": 30}, "expiration": {"days": 90}}]}
        aws:s3/bucketLogging:BucketLogging logging {"bucket": "data-1", "targetBucket": "elsewhere"}
        """;

    private const string Algorithm = "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm";
    private const string Balancer = """aws:lb/loadBalancer:LoadBalancer alb {"accessLogs": {"bucket": "data-1"}}""";

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("s3-encryption", Data)
                .FailsWithout("sse")
                .FailsWith("sse", Algorithm, null)
                .CannotKnow("sse", "rules")
                .PassesWith("sse", Algorithm, "\"AES256\""),
            new RuleCase("S3.17", Data)
                .FailsWithout("sse")
                .FailsWith("sse", Algorithm, "\"AES256\"")
                .FailsAs(
                    "a trail",
                    stack =>
                        stack
                            .With("sse", Algorithm, "\"AES256\"")
                            .And("""aws:cloudtrail/trail:Trail trail {"s3BucketName": "data-1"}""")
                )
                .CannotKnow("sse", Algorithm)
                .PassesAs("a load balancer's", stack => Other(stack.With("sse", Algorithm, "\"AES256\"").And(Balancer))),
            new RuleCase("s3-bucket-key", Data)
                .FailsWith("sse", "rules.0.bucketKeyEnabled", "false")
                .FailsWith("sse", "rules.0.bucketKeyEnabled", null)
                .CannotKnow("sse", "rules.0.bucketKeyEnabled"),
            new RuleCase("S3.9", Data)
                .FailsWithout("logging")
                .FailsWith("logging", "targetBucket", null)
                .PassesAs("a load balancer's", stack => Other(stack.Without("logging").And(Balancer)))
                .PassesAs(
                    "logs of logs",
                    stack =>
                        stack
                            .With("logging", "targetBucket", "\"logs-1\"")
                            .And("""aws:s3/bucket:Bucket logs {"bucket": "logs-1"}""")
                ),
            new RuleCase("S3.13", Data)
                .FailsWithout("lifecycle")
                .FailsWith("lifecycle", "rules.0.status", "\"Disabled\"")
                .FailsWith("lifecycle", "rules", "[]")
                .CannotKnow("lifecycle", "rules"),
            new RuleCase("s3-abort-uploads", Data)
                .FailsWithout("lifecycle")
                .FailsWith("lifecycle", "rules.0.abortIncompleteMultipartUpload", null)
                .FailsWith("lifecycle", "rules.0.status", "\"Disabled\"")
                .CannotKnow("lifecycle", "rules"),
            new RuleCase("s3-old-versions", Data)
                .FailsWithout("lifecycle")
                .FailsWith("lifecycle", "rules.0.noncurrentVersionExpiration", null)
                .CannotKnow("lifecycle", "rules"),
            new RuleCase("s3-log-expiry", Data + "\n" + Balancer)
                .FailsWith("lifecycle", "rules.0.expiration", null)
                .FailsWith("lifecycle", "rules.0.expiration", """{"expiredObjectDeleteMarker": true}""")
                .FailsWithout("lifecycle"),
            new RuleCase("S3.14", Data)
                .FailsWithout("versions")
                .FailsWith("versions", "versioningConfiguration.status", "\"Suspended\"")
                .CannotKnow("versions", "versioningConfiguration.status"),
            new RuleCase(
                "S3.15",
                """
                aws:cloudtrail/trail:Trail trail {"s3BucketName": "audit-1"}
                aws:s3/bucket:Bucket audit {"bucket": "audit-1", "objectLockEnabled": true}
                """
            ).FailsWith("audit", "objectLockEnabled", "false").FailsWith("audit", "objectLockEnabled", null).PassesAs("with a resource of its own", stack => stack.With("audit", "objectLockEnabled", null).And("""aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration lock {"bucket": "audit-1"}""")),
            new RuleCase("s3-force-destroy", Data)
                .FailsWith("data", "forceDestroy", "true")
                .CannotKnow("data", "forceDestroy")
                .PassesWith("data", "forceDestroy", null),
        ];

    // A rule that is about nothing cannot be seen to pass, so another bucket that it is about stands beside.
    private static StackText Other(StackText stack) =>
        stack
            .And("""aws:s3/bucket:Bucket other {"bucket": "other-1"}""")
            .And("""aws:s3/bucketLogging:BucketLogging otherLog {"bucket": "other-1", "targetBucket": "elsewhere"}""")
            .And(
                """aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration otherSse {"bucket": "other-1", "rules": [{"applyServerSideEncryptionByDefault": {"sseAlgorithm": "aws:kms"}}]}"""
            );
}
