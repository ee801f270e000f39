using Infra.Storage;
using Infra.Tests.Policies;
using Pulumi;

namespace Infra.Tests.Storage;

/// <summary>Buckets of content rather than of logs.</summary>
public sealed class ContentBucketTests
{
    private const string Lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

    [Test]
    public async Task Content_is_encrypted_with_the_key_and_few_calls_of_it() =>
        Assert.That(
            (await RunAsync(Args()))
                .One("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
                .Json("rules"),
            Is.EqualTo(
                """[{"applyServerSideEncryptionByDefault":{"kmsMasterKeyId":"arn:key","sseAlgorithm":"aws:kms"},"bucketKeyEnabled":true}]"""
            )
        );

    [Test]
    public async Task Content_stays_and_moves_to_cheaper_disks() =>
        Assert.That(
            (await RunAsync(Args() with { TransitionDays = 30, RescueDays = 90 })).One(Lifecycle).Json("rules"),
            Is.EqualTo(
                """
                [{"abortIncompleteMultipartUpload":{"daysAfterInitiation":7},"filter":{"prefix":""},"id":"versions",
                "noncurrentVersionExpiration":{"noncurrentDays":90},"status":"Enabled",
                "transitions":[{"days":30,"storageClass":"INTELLIGENT_TIERING"}]},
                {"expiration":{"expiredObjectDeleteMarker":true},"filter":{"prefix":""},"id":"markers","status":"Enabled"}]
                """.ReplaceLineEndings("")
            )
        );

    [Test]
    public async Task Without_a_day_nothing_moves() =>
        Assert.That((await RunAsync(Args())).One(Lifecycle).Json("rules"), Does.Not.Contain("transitions"));

    [Test]
    public async Task Only_the_site_may_use_it_from_a_browser() =>
        Assert.That(
            (await RunAsync(Args() with { Cors = new() { Origins = ["https://app.example.com"] } }))
                .One("aws:s3/bucketCorsConfiguration:BucketCorsConfiguration")
                .Json("corsRules"),
            Is.EqualTo(
                """
                [{"allowedHeaders":["content-type","content-md5","x-amz-*"],"allowedMethods":["GET","HEAD","PUT"],
                "allowedOrigins":["https://app.example.com"],"exposeHeaders":["ETag"],"maxAgeSeconds":3600}]
                """.ReplaceLineEndings("")
            )
        );

    [Test]
    public async Task Without_a_site_no_browser_may() =>
        Assert.That((await RunAsync(Args())).All("aws:s3/bucketCorsConfiguration:BucketCorsConfiguration"), Is.Empty);

    [Test]
    public async Task One_distribution_may_read_and_no_other()
    {
        var run = await RunAsync(Args() with { KeyArn = null, ReadByDistributionArn = Output.Create("arn:cdn") });

        var statements = PolicyReading.Statements(run.One("aws:s3/bucketPolicy:BucketPolicy").Inputs["policy"]);
        var read = statements["CdnReads"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(statements.Keys, Is.EqualTo(new[] { "CdnReads", "NobodyWithoutTls" }));
            Assert.That(read.Texts("Principal", "Service"), Is.EqualTo(new[] { "cloudfront.amazonaws.com" }));
            Assert.That(read.Texts("Action"), Is.EqualTo(new[] { "s3:GetObject" }));
            Assert.That(read.Texts("Resource"), Is.EqualTo(new[] { "arn:aws:s3:::idp-server-content-111111111111/*" }));
            Assert.That(read.Texts("Condition", "StringEquals", "aws:SourceArn"), Is.EqualTo(new[] { "arn:cdn" }));
        }
    }

    [Test]
    public void Its_host_is_known_before_it_is_made() =>
        Assert.That(
            PrivateBucket.HostOf(TestStacks.Dev, "site"),
            Is.EqualTo("idp-server-dev-site-111111111111.s3.ap-northeast-1.amazonaws.com")
        );

    [Test]
    public void What_S3_or_reason_refuses_is_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Refused(
                Args() with
                {
                    ReadByDistributionArn = "arn:cdn",
                },
                "keyArn: got a key, want none while a distribution reads; CloudFront may not use the system's key"
            );
            Refused(
                Args() with
                {
                    TransitionDays = 29,
                    TransitionClass = "STANDARD_IA",
                },
                "transitionDays: got 29, want 30 or more; S3 moves nothing to STANDARD_IA earlier"
            );
            Refused(
                Args() with
                {
                    TransitionDays = 90,
                    RetentionDays = 90,
                },
                "transitionDays: got 90, want less than 90 (retentionDays); what is gone cannot be moved"
            );
            Refused(
                Args() with
                {
                    TransitionClass = "GLACIER",
                },
                "transitionClass: got GLACIER, want INTELLIGENT_TIERING or STANDARD_IA;"
            );
            Refused(Args() with { Cors = new() { Origins = [] } }, "cors.origins: got an empty list, want one or more sites;");
            Refused(
                Args() with
                {
                    Cors = Site with { Methods = [] },
                },
                "cors.methods: got an empty list, want DELETE, GET, HEAD, POST or PUT;"
            );
            Refused(
                Args() with
                {
                    Cors = Site with { Methods = ["PATCH"] },
                },
                "cors.methods[0]: got PATCH, want DELETE, GET, HEAD, POST or PUT;"
            );
            Refused(
                Args() with
                {
                    Cors = Site with { MaxAgeSeconds = 86_401 },
                },
                "cors.maxAgeSeconds: got 86401, want 0 to 86400;"
            );
        }
    }

    [TestCase("*", "any site with the pattern could use what a signed-in person may")]
    [TestCase("https://*.example.com", "any site with the pattern could use what a signed-in person may")]
    [TestCase("app.example.com", "scheme and host")]
    [TestCase("https://app.example.com/", "browsers send neither a path nor a slash at the end")]
    [TestCase("http://app.example.com", "only localhost may do without TLS")]
    public void A_site_is_written_as_browsers_do(string origin, string wayOut) =>
        Refused(
            Args() with
            {
                Cors = new() { Origins = [origin] },
            },
            $"cors.origins[0]: got {origin}, want a site such as https://app.example.com; {wayOut}"
        );

    [Test]
    public void A_developer_is_a_site_too() =>
        Assert.That((Args() with { Cors = new() { Origins = ["http://localhost:3000"] } }).Validate(), Is.Empty);

    private static readonly BucketCors Site = new() { Origins = ["https://app.example.com"] };

    private static void Refused(PrivateBucketArgs args, string text) =>
        Assert.That(args.Validate().Select(problem => problem.ToString()).Single(), Does.StartWith(text));

    private static PrivateBucketArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            Role = "content",
            KeyArn = "arn:key",
            RetentionDays = null,
        };

    private static Task<Sandbox> RunAsync(PrivateBucketArgs args) => Sandbox.RunAsync(() => _ = new PrivateBucket("idp", args));
}
