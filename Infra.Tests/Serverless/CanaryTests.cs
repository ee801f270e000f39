using System.IO.Compression;
using Infra.Observability.Alarms;
using Infra.Serverless;
using Infra.Tests.Policies;
using Pulumi;

namespace Infra.Tests.Serverless;

public sealed class CanaryTests
{
    private const string Type = "aws:synthetics/canary:Canary";

    [Test]
    public async Task A_canary_asks_every_five_minutes()
    {
        var canary = (await RunAsync(Args())).One(Type);

        var expected = new Dictionary<string, object>
        {
            ["name"] = "idp-server-health",
            ["runtimeVersion"] = "syn-nodejs-puppeteer-17.0",
            ["handler"] = "heartbeat.handler",
            ["s3Bucket"] = "idp-server-health-script-111111111111",
            ["s3Key"] = CanaryScript.Key,
            ["artifactS3Location"] = "s3://idp-server-health-runs-111111111111/runs",
            ["executionRoleArn"] = "arn:idp-health-canary-role",
            ["startCanary"] = true,
            ["deleteLambda"] = true,
            ["successRetentionPeriod"] = 31,
            ["failureRetentionPeriod"] = 31,
        };
        using (Assert.EnterMultipleScope())
        {
            foreach (var (key, value) in expected)
                Assert.That(canary.Inputs[key], Is.EqualTo(value), key);
            Assert.That(Inputs.Pairs(canary.Inputs["schedule"]), Is.EqualTo("expression=rate(5 minutes)"));
            Assert.That(
                canary.Json("runConfig"),
                Is.EqualTo("""{"environmentVariables":{"ADDRESS":"https://app.example.com/api/health"},"timeoutInSeconds":60}""")
            );
        }
    }

    [Test]
    public async Task A_minute_is_written_in_the_singular() =>
        Assert.That(
            Inputs.Pairs((await RunAsync(Args() with { EveryMinutes = 1 })).One(Type).Inputs["schedule"]),
            Is.EqualTo("expression=rate(1 minute)")
        );

    [Test]
    public async Task What_it_saw_expires_and_its_script_does_not()
    {
        var run = await RunAsync(Args() with { RetentionDays = 7 });

        int Days(string name) =>
            Convert.ToInt32(
                Inputs.Map(
                    Inputs.Maps(
                        run.One("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", name).Inputs["rules"]
                    )[0]["expiration"]
                )["days"],
                System.Globalization.CultureInfo.InvariantCulture
            );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Days("idp-health-runs-lifecycle"), Is.EqualTo(7));
            Assert.That(Days("idp-health-script-lifecycle"), Is.GreaterThan(30_000));
        }
    }

    [Test]
    public async Task The_script_is_a_zip_that_is_the_same_on_every_machine()
    {
        var script = (await RunAsync(Args())).One("aws:s3/bucketObjectv2:BucketObjectv2").Inputs;

        var zip = Convert.FromBase64String((string)script["contentBase64"]);
        using var archive = new ZipArchive(new MemoryStream(zip));
        var entry = archive.Entries.Single();
        using var reader = new StreamReader(entry.Open());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(script["key"], Is.EqualTo(CanaryScript.Key));
            Assert.That(CanaryScript.Key, Does.Match("^heartbeat-[0-9a-f]{12}\\.zip$"));
            Assert.That(entry.FullName, Is.EqualTo("nodejs/node_modules/heartbeat.js"));
            Assert.That(await reader.ReadToEndAsync(), Is.EqualTo(CanaryScript.Text.ReplaceLineEndings("\n")));
            Assert.That(StoredZip.Of("a", "b"), Is.EqualTo(StoredZip.Of("a", "b")));
        }
    }

    [Test]
    public void The_script_asks_for_200_and_keeps_nothing_of_the_answer() =>
        Assert.That(
            CanaryScript.Text,
            Does.Contain("process.env.ADDRESS")
                .And.Contain("response.statusCode === 200")
                .And.Contain("includeResponseBody: false")
                .And.Contain("require('@aws/synthetics-puppeteer')")
        );

    [Test]
    public async Task It_may_keep_what_it_saw_write_its_log_and_report()
    {
        var rights = PolicyReading.Statements((await RunAsync(Args())).One("aws:iam/rolePolicy:RolePolicy").Inputs["policy"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                rights["KeepResults"].Texts("Resource"),
                Is.EqualTo(new[] { "arn:aws:s3:::idp-server-health-runs-111111111111/runs/*" })
            );
            Assert.That(
                rights["FindBucket"].Texts("Resource"),
                Is.EqualTo(new[] { "arn:aws:s3:::idp-server-health-runs-111111111111" })
            );
            Assert.That(
                rights["WriteLog"].Texts("Resource"),
                Is.EqualTo(new[] { "arn:aws:logs:ap-northeast-1:111111111111:log-group:/aws/lambda/cwsyn-idp-server-heal*" })
            );
            Assert.That(
                rights["ReportResults"].Texts("Condition", "StringEquals", "cloudwatch:namespace"),
                Is.EqualTo(new[] { "CloudWatchSynthetics" })
            );
            Assert.That(rights["ListBuckets"].Texts("Action"), Is.EqualTo(new[] { "s3:ListAllMyBuckets" }));
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Only_one_that_runs_is_watched(bool start)
    {
        Canary? canary = null;
        var run = await Sandbox.RunAsync(() => canary = new("idp", Args() with { Start = start }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Type).Inputs["startCanary"], Is.EqualTo(start));
            Assert.That(canary!.CanaryName, Is.EqualTo("idp-server-health"));
            Assert.That(canary.Watch, Is.EqualTo(start ? new CanaryWatch("health-canary", "idp-server-health", 5) : null));
        }
    }

    [TestCase("syn-nodejs-puppeteer-9.1")]
    [TestCase("syn-nodejs-puppeteer-13.0")]
    [TestCase("syn-python-selenium-5.1")]
    public void A_runtime_without_the_modules_is_refused(string runtime) =>
        Assert.That(
            Only(Args() with { Runtime = runtime }),
            Does.StartWith($"runtime: got {runtime}, want syn-nodejs-puppeteer-13.1 or later")
        );

    [TestCase("syn-nodejs-puppeteer-13.1")]
    [TestCase("syn-nodejs-puppeteer-15.0")]
    [TestCase("syn-nodejs-puppeteer-20.3")]
    public void A_later_runtime_is_fine(string runtime) => Assert.That((Args() with { Runtime = runtime }).Validate(), Is.Empty);

    [TestCase(0, 60, 31, "everyMinutes: got 0, want 1 to 60;")]
    [TestCase(61, 60, 31, "everyMinutes: got 61, want 1 to 60;")]
    [TestCase(5, 14, 31, "timeoutSeconds: got 14, want 15 to 300;")]
    [TestCase(1, 61, 31, "timeoutSeconds: got 61, want 15 to 60;")]
    [TestCase(5, 60, 0, "retentionDays: got 0, want 1 to 1024;")]
    public void What_AWS_refuses_is_refused(int every, int timeout, int days, string text) =>
        Assert.That(
            Only(Args() with { EveryMinutes = every, TimeoutSeconds = timeout, RetentionDays = days }),
            Does.StartWith(text)
        );

    private static string Only(CanaryArgs args) => args.Validate().Single().ToString();

    private static CanaryArgs Args() => new() { Context = TestStacks.Prod, Address = "https://app.example.com/api/health" };

    private static Task<Sandbox> RunAsync(CanaryArgs args) => Sandbox.RunAsync(() => _ = new Canary("idp", args));
}
