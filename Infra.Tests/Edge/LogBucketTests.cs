using System.Text.Json;
using Infra.Edge;
using Infra.Tests.Network;
using Infra.Tests.Policies;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Edge;

public sealed class LogBucketTests
{
    private const string Arn = "arn:aws:s3:::idp-server-alb-logs-111111111111";

    [Test]
    public async Task The_bucket_is_private_encrypted_and_versioned()
    {
        var run = await RunAsync(Args());

        var closed = run.One("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock").Inputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:s3/bucket:Bucket").Inputs["bucket"], Is.EqualTo("idp-server-alb-logs-111111111111"));
            foreach (var key in new[] { "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets" })
                Assert.That(closed[key], Is.True, key);
            Assert.That(
                Json(run, "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "rules"),
                Is.EqualTo("""[{"applyServerSideEncryptionByDefault":{"sseAlgorithm":"AES256"}}]""")
            );
            Assert.That(
                Json(run, "aws:s3/bucketVersioning:BucketVersioning", "versioningConfiguration"),
                Is.EqualTo("""{"status":"Enabled"}""")
            );
            Assert.That(
                Json(run, "aws:s3/bucketOwnershipControls:BucketOwnershipControls", "rule"),
                Is.EqualTo("""{"objectOwnership":"BucketOwnerEnforced"}""")
            );
        }
    }

    [Test]
    public async Task Only_the_service_writes_and_only_into_its_folders()
    {
        var write = Statements(await RunAsync(Args() with { Folders = ["access", "connection"] }))["ServiceWritesLogs"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(write.GetProperty("Effect").GetString(), Is.EqualTo("Allow"));
            Assert.That(
                write.Texts("Principal", "Service"),
                Is.EqualTo(new[] { "logdelivery.elasticloadbalancing.amazonaws.com" })
            );
            Assert.That(write.Texts("Action"), Is.EqualTo(new[] { "s3:PutObject" }));
            Assert.That(
                write.Texts("Resource"),
                Is.EqualTo(new[] { $"{Arn}/access/AWSLogs/111111111111/*", $"{Arn}/connection/AWSLogs/111111111111/*" })
            );
            Assert.That(write.Texts("Condition", "ArnLike", "aws:SourceArn"), Is.EqualTo(new[] { "arn:source/*" }));
            Assert.That(
                write.Texts("Condition", "StringEqualsIfExists", "aws:SourceAccount"),
                Is.EqualTo(new[] { "111111111111" })
            );
        }
    }

    [Test]
    public async Task Nobody_does_anything_without_TLS()
    {
        var deny = Statements(await RunAsync(Args()))["NobodyWithoutTls"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deny.GetProperty("Effect").GetString(), Is.EqualTo("Deny"));
            Assert.That(deny.Texts("Resource"), Is.EqualTo(new[] { Arn, $"{Arn}/*" }));
            Assert.That(deny.Texts("Condition", "Bool", "aws:SecureTransport"), Is.EqualTo(new[] { "false" }));
        }
    }

    [Test]
    public async Task Logs_expire_and_what_is_left_of_them_too()
    {
        var run = await RunAsync(Args() with { RetentionDays = 7 });

        var rules = Json(run, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "rules");
        using var json = JsonDocument.Parse(rules);
        var expire = json.RootElement[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(expire.GetProperty("expiration").GetProperty("days").GetDouble(), Is.EqualTo(7));
            Assert.That(
                expire.GetProperty("noncurrentVersionExpiration").GetProperty("noncurrentDays").GetDouble(),
                Is.EqualTo(7)
            );
            Assert.That(
                expire.GetProperty("abortIncompleteMultipartUpload").GetProperty("daysAfterInitiation").GetDouble(),
                Is.EqualTo(7)
            );
            Assert.That(
                json.RootElement[1].GetProperty("expiration").GetProperty("expiredObjectDeleteMarker").GetBoolean(),
                Is.True
            );
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Only_an_unprotected_bucket_goes_with_its_logs(bool protect) =>
        Assert.That(
            (await RunAsync(Args() with { Protect = protect })).One("aws:s3/bucket:Bucket").Inputs["forceDestroy"],
            Is.EqualTo(!protect)
        );

    [Test]
    public async Task Whoever_uses_its_name_waits_for_its_policy()
    {
        LogBucket? bucket = null;
        var run = await Sandbox.RunAsync(() => bucket = new LogBucket("idp", Args()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(bucket!.Name), Is.EqualTo("idp-server-alb-logs-111111111111"));
            Assert.That(
                (await OutputUtilities.GetDependenciesAsync(bucket.Name)).Select(resource => resource.GetResourceName()),
                Does.Contain("idp-alb-logs-policy")
            );
        }
    }

    [Test]
    public async Task What_makes_no_sense_is_refused()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(Args() with { RetentionDays = 0, Folders = [] }));

        Assert.That(
            error!.Message,
            Does.Contain("LogBucket 'idp': 2 problems in its args")
                .And.Contain("retentionDays: got 0, want 1 or more;")
                .And.Contain("folders: got an empty list, want one or more folders;")
        );
    }

    private static Dictionary<string, JsonElement> Statements(Sandbox run) =>
        PolicyReading.Statements(run.One("aws:s3/bucketPolicy:BucketPolicy").Inputs["policy"]);

    private static string Json(Sandbox run, string type, string input) => run.One(type).Json(input);

    private static LogBucketArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            Role = "alb-logs",
            Writer = "logdelivery.elasticloadbalancing.amazonaws.com",
            SourceArn = "arn:source/*",
            Folders = ["access"],
        };

    private static Task<Sandbox> RunAsync(LogBucketArgs args) => Sandbox.RunAsync(() => _ = new LogBucket("idp", args));
}
