using Infra.Protection;
using Infra.Tests.Policies;

namespace Infra.Tests.Protection;

public sealed class AuditDeliveryTests
{
    private const string Bucket = "arn:aws:s3:::idp-server-audit-111111111111";

    [Test]
    public async Task The_bucket_is_private_versioned_encrypted_and_forgets_after_a_year()
    {
        var run = await AuditCase.RunAsync(AuditCase.Args());

        var bucket = run.One("aws:s3/bucket:Bucket");
        var block = run.One("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
        var rule = Inputs
            .Maps(run.One("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").Inputs["rules"])
            .First();
        var encryption = Inputs
            .Maps(
                run.One("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration").Inputs["rules"]
            )
            .Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bucket.Inputs["bucket"], Is.EqualTo("idp-server-audit-111111111111"));
            Assert.That(bucket.Inputs["forceDestroy"], Is.False);
            Assert.That(
                new[] { "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets" }.Select(key =>
                    block.Inputs[key]
                ),
                Is.All.True
            );
            Assert.That(
                Inputs.Pairs(run.One("aws:s3/bucketOwnershipControls:BucketOwnershipControls").Inputs["rule"]),
                Is.EqualTo("objectOwnership=BucketOwnerEnforced")
            );
            Assert.That(
                Inputs.Pairs(run.One("aws:s3/bucketVersioning:BucketVersioning").Inputs["versioningConfiguration"]),
                Is.EqualTo("status=Enabled")
            );
            Assert.That(Inputs.Pairs(encryption["applyServerSideEncryptionByDefault"]), Is.EqualTo("sseAlgorithm=AES256"));
            Assert.That(rule["status"], Is.EqualTo("Enabled"));
            Assert.That(Inputs.Pairs(rule["expiration"]), Is.EqualTo("days=365"));
            Assert.That(Inputs.Pairs(rule["noncurrentVersionExpiration"]), Is.EqualTo("noncurrentDays=365"));
        }
    }

    [Test]
    public async Task Only_the_services_of_this_account_write_and_only_to_their_places()
    {
        var statements = await PolicyAsync(AuditCase.Args());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                statements.Keys,
                Is.EqualTo(
                    new[]
                    {
                        "CloudTrailLooksAtBucket",
                        "CloudTrailWrites",
                        "ConfigLooksAtBucket",
                        "ConfigWrites",
                        "NobodyWithoutTls",
                    }
                )
            );
            foreach (var sid in new[] { "CloudTrailLooksAtBucket", "CloudTrailWrites" })
                Assert.That(
                    statements[sid].Texts("Condition", "StringEquals", "aws:SourceArn"),
                    Is.EqualTo(new[] { "arn:aws:cloudtrail:ap-northeast-1:111111111111:trail/idp-server-trail" })
                );
            foreach (var sid in new[] { "ConfigLooksAtBucket", "ConfigWrites" })
                Assert.That(
                    statements[sid].Texts("Condition", "StringEquals", "aws:SourceAccount"),
                    Is.EqualTo(new[] { "111111111111" })
                );
            Assert.That(
                statements["CloudTrailWrites"].Texts("Resource"),
                Is.EqualTo(new[] { $"{Bucket}/AWSLogs/111111111111/*" })
            );
            Assert.That(
                statements["ConfigWrites"].Texts("Resource"),
                Is.EqualTo(new[] { $"{Bucket}/AWSLogs/111111111111/Config/*" })
            );
            Assert.That(
                statements["ConfigWrites"].Texts("Condition", "StringEquals", "s3:x-amz-acl"),
                Is.EqualTo(new[] { "bucket-owner-full-control" })
            );
            Assert.That(
                statements["ConfigLooksAtBucket"].Texts("Action"),
                Is.EqualTo(new[] { "s3:GetBucketAcl", "s3:ListBucket" })
            );
            Assert.That(statements["CloudTrailLooksAtBucket"].Texts("Resource"), Is.EqualTo(new[] { Bucket }));
            Assert.That(statements["NobodyWithoutTls"].Texts("Effect"), Is.EqualTo(new[] { "Deny" }));
            Assert.That(statements["NobodyWithoutTls"].Texts("Resource"), Is.EqualTo(new[] { Bucket, $"{Bucket}/*" }));
        }
    }

    [Test]
    public async Task A_service_that_is_off_may_not_write()
    {
        Assert.That(
            (await PolicyAsync(AuditCase.Args() with { CloudTrail = false })).Keys,
            Is.EqualTo(new[] { "ConfigLooksAtBucket", "ConfigWrites", "NobodyWithoutTls" })
        );
        Assert.That(
            (await PolicyAsync(AuditCase.Args() with { Config = false })).Keys,
            Is.EqualTo(new[] { "CloudTrailLooksAtBucket", "CloudTrailWrites", "NobodyWithoutTls" })
        );
    }

    [Test]
    public async Task A_stack_that_may_be_deleted_takes_its_records_with_it()
    {
        var run = await AuditCase.RunAsync(AuditCase.Args() with { Protect = false });

        Assert.That(run.One("aws:s3/bucket:Bucket").Inputs["forceDestroy"], Is.True);
    }

    private static async Task<Dictionary<string, System.Text.Json.JsonElement>> PolicyAsync(AuditTrailArgs args) =>
        PolicyReading.Statements((await AuditCase.RunAsync(args)).One("aws:s3/bucketPolicy:BucketPolicy").Inputs["policy"]);
}
