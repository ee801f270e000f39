using Infra.Storage;
using Infra.Tests.Policies;
using Pulumi;

namespace Infra.Tests.Storage;

public sealed class StateBucketTests
{
    [Test]
    public async Task Checkpoints_are_kept_for_ever_and_their_old_versions_for_a_while()
    {
        var run = await RunAsync(Args() with { NoncurrentDays = 45 });

        var rules = run.One("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").Json("rules");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:s3/bucket:Bucket").Inputs["bucket"], Is.EqualTo("idp-server-state-111111111111"));
            Assert.That(run.One("aws:s3/bucket:Bucket").Inputs["forceDestroy"], Is.False);
            Assert.That(
                rules,
                Does.Contain("\"noncurrentDays\":45").And.Contain("\"daysAfterInitiation\":7").And.Not.Contain("\"days\":")
            );
            Assert.That(
                run.One("aws:s3/bucketVersioning:BucketVersioning").Json("versioningConfiguration"),
                Is.EqualTo("""{"status":"Enabled"}""")
            );
        }
    }

    [Test]
    public async Task A_key_of_its_own_encrypts_them_with_one_data_key_for_many()
    {
        var run = await RunAsync(Args() with { KeyDeletionDays = 8, KeyRotationDays = 100 });

        var key = run.One("aws:kms/key:Key");
        var rules = run.One("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
            .Json("rules");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rules, Does.Contain($"\"kmsMasterKeyId\":\"arn:{key.Name}\"").And.Contain("\"bucketKeyEnabled\":true"));
            Assert.That((key.Inputs["deletionWindowInDays"], key.Inputs["rotationPeriodInDays"]), Is.EqualTo((8, 100)));
        }
    }

    [Test]
    public async Task The_key_is_used_through_S3_or_by_whom_IAM_lets_and_by_no_service()
    {
        var policy = PolicyReading.Statements((await RunAsync(Args())).One("aws:kms/key:Key").Inputs["policy"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                policy.Keys,
                Is.EqualTo(
                    new[]
                    {
                        "AccountAdministersKey",
                        "AccountUsesKeyThroughServices",
                        "ServicesKeepUsingKeyByGrant",
                        "StacksSealTheirSecrets",
                    }
                )
            );
            Assert.That(
                policy["AccountUsesKeyThroughServices"].Texts("Condition", "StringEquals", "kms:ViaService"),
                Is.EqualTo(new[] { "s3.ap-northeast-1.amazonaws.com" })
            );
            Assert.That(policy["StacksSealTheirSecrets"].Texts("Action"), Is.EqualTo(new[] { "kms:Decrypt", "kms:Encrypt" }));
            Assert.That(
                policy["StacksSealTheirSecrets"].Texts("Condition", "StringEquals", "kms:CallerAccount"),
                Is.EqualTo(new[] { "111111111111" })
            );
        }
    }

    [Test]
    public async Task It_says_what_Pulumi_is_to_be_told()
    {
        StateBucket? bucket = null;
        await Sandbox.RunAsync(() => bucket = new StateBucket("idp", Args()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(bucket!.BackendUrl, Is.EqualTo("s3://idp-server-state-111111111111?region=ap-northeast-1"));
            Assert.That(bucket.SecretsProvider, Is.EqualTo("awskms://alias/idp-server-key?region=ap-northeast-1"));
        }
    }

    [TestCase(29)]
    [TestCase(3651)]
    public async Task Old_versions_are_kept_long_enough_to_notice(int days)
    {
        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(Args() with { NoncurrentDays = days }));

        Assert.That(
            error!.Message,
            Does.Contain("StateBucket 'idp-state'").And.Contain($"noncurrentDays: got {days}, want 30 to 3650; a broken state")
        );
    }

    private static StateBucketArgs Args() => new() { Context = TestStacks.Prod };

    private static Task<Sandbox> RunAsync(StateBucketArgs args) => Sandbox.RunAsync(() => _ = new StateBucket("idp", args));
}
