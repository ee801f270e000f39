using System.Text.Json;
using Infra.Storage;
using Infra.Tests.Policies;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Storage;

public sealed class PrivateBucketTests
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
    public async Task Who_may_use_it_is_said_by_who_needs_it()
    {
        var read = new Infra.Policies.Statement("SomebodyReads")
        {
            Principal = Infra.Policies.Principal.Services("some.amazonaws.com"),
            Actions = ["s3:GetObject"],
            Resources = [$"{PrivateBucket.ArnOf(TestStacks.Prod, "alb-logs")}/*"],
        };

        var statements = Statements(await RunAsync(Args() with { Statements = [read] }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(statements.Keys, Is.EqualTo(new[] { "SomebodyReads", "NobodyWithoutTls" }));
            Assert.That(statements["SomebodyReads"].Texts("Resource"), Is.EqualTo(new[] { $"{Arn}/*" }));
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
        PrivateBucket? bucket = null;
        var run = await Sandbox.RunAsync(() => bucket = new PrivateBucket("idp", Args()));

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
        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(Args() with { RetentionDays = 0, RescueDays = 0 }));

        Assert.That(
            error!.Message,
            Does.Contain("PrivateBucket 'idp-alb-logs': 2 problems in its args")
                .And.Contain("retentionDays: got 0, want 1 or more;")
                .And.Contain("rescueDays: got 0, want 1 or more;")
        );
    }

    private static Dictionary<string, JsonElement> Statements(Sandbox run) =>
        PolicyReading.Statements(run.One("aws:s3/bucketPolicy:BucketPolicy").Inputs["policy"]);

    private static string Json(Sandbox run, string type, string input) => run.One(type).Json(input);

    private static PrivateBucketArgs Args() => new() { Context = TestStacks.Prod, Role = "alb-logs" };

    private static Task<Sandbox> RunAsync(PrivateBucketArgs args) => Sandbox.RunAsync(() => _ = new PrivateBucket("idp", args));
}
