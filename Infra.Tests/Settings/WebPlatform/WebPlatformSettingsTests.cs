namespace Infra.Tests.Settings.WebPlatform;

public sealed class WebPlatformSettingsTests
{
    private const string Here = "arn:aws:acm:ap-northeast-1:111111111111:certificate/0a1b";
    private const string There = "arn:aws:acm:us-east-1:111111111111:certificate/0a1b";

    [TestCase(
        """{"network":{"natGateways":"none","imagesInEcr":true,"interfaceEndpoints":["ecs"]}}""",
        "network.natGateways: got none, want interface endpoints for ecr.api, ecr.dkr, ecs-agent, ecs-telemetry, logs, ssm and ssmmessages too; "
            + "without a NAT gateway no task starts without them; add them to interfaceEndpoints"
    )]
    [TestCase(
        """{"instances":{"insights":"disabled"}}""",
        "instances.insights: got disabled, want enabled or enhanced while service.scaling.minTasks is above 0; "
            + "nobody would count the tasks, and the alarm on too few would ring for ever"
    )]
    [TestCase(
        """{"service":{"enabled":true}}""",
        "service.image: got nothing, want a digest or tag while enabled is true; push the image first, or set enabled: false"
    )]
    [TestCase(
        """{"service":{"logLevel":"debug"}}""",
        "service.logLevel: got debug, want error, warn or info in production; what people send would be in the log"
    )]
    [TestCase(
        """{"alarms":{"platform":{"minimumTasks":3}}}""",
        "alarms.platform.minimumTasks: got 3, want 2 at most, service.scaling.minTasks; the alarm would ring for ever"
    )]
    [TestCase(
        """{"database":{"enabled":true,"instance":{"masterPassword":"managed"}}}""",
        "database.instance.masterPassword: got managed, want generated; the application reads it as a parameter, and RDS hands its own to nobody"
    )]
    [TestCase(
        """{"database":{"enabled":true},"alarms":{"platform":{"freeStorageGiB":50}}}""",
        "alarms.platform.freeStorageGiB: got 50, want less than the 50 GiB there are; the alarm would ring from the first day"
    )]
    [TestCase(
        """{"database":{"enabled":true},"alarms":{"platform":{"connections":200}}}""",
        "alarms.platform.connections: got 200, want less than the 200 that the database accepts; the alarm could never ring"
    )]
    [TestCase(
        """{"waf":{"enabled":false}}""",
        "waf.enabled: got false, want true while protect is true; attacks that AWS knows would reach the application"
    )]
    [TestCase(
        """{"users":{"deletionProtection":false}}""",
        "users.deletionProtection: got false, want true while protect is true; set protect: false to delete the pool with its users"
    )]
    [TestCase(
        """{"stop":{"enabled":true}}""",
        "stop.enabled: got true, want false while protect is true; people rely on such a stack; set protect: false to stop it"
    )]
    [TestCase(
        """{"cdn":{}}""",
        "cdn.domain: got nothing, want a host while protect is true; tokens would travel in the clear to the origin"
    )]
    public void Production_is_told_what_is_wrong_and_what_to_do(string settings, string problem) =>
        Assert.That(WebPlatformFile.Problems("prod", settings), Does.Contain($"settings.{problem}"));

    [Test]
    public void What_is_off_is_not_judged() =>
        Assert.That(
            WebPlatformFile.Problems(
                "dev",
                """{"database":{"enabled":false,"instance":{"masterPassword":"managed"}},"instances":{"insights":"disabled"},"service":{"scaling":{"minTasks":0}}}"""
            ),
            Is.Empty
        );

    [Test]
    public void People_must_be_sent_somewhere_after_they_signed_in()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                WebPlatformFile.Problems("dev", """{"cdn":{},"users":{"web":{"localhost":false}}}"""),
                Has.Some.StartsWith("settings.users.web.callbackUrls: got")
                    .And.Some.EndsWith("people must be sent somewhere after they signed in")
            );
            Assert.That(
                WebPlatformFile.Problems(
                    "dev",
                    """{"cdn":{},"users":{"web":{"localhost":false,"callbackUrls":["https://a.example.org/auth/callback"]}}}"""
                ),
                Is.Empty
            );
        }
    }

    [Test]
    public void Each_certificate_is_of_its_own_region()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Certificates(There, Here), Is.Empty);
            Assert.That(Certificates(Here, Here).Single(), Does.StartWith("settings.cdn.certificateArn: got"));
            Assert.That(
                Certificates(There, There).Single(),
                Does.EndWith("want a certificate in ap-northeast-1; a load balancer takes none of another region")
            );
            Assert.That(
                WebPlatformFile
                    .Problems("prod", $$"""{"cdn":{"domain":"app.example.com","certificateArn":"{{There}}"} }""")
                    .Single(),
                Does.StartWith(
                    "settings.edge.certificateArn: got nothing, want a certificate of app.example.com and origin.app.example.com in ap-northeast-1;"
                )
            );
            Assert.That(
                WebPlatformFile.Problems("dev", $$"""{"cdn":{},"edge":{"certificateArn":"{{Here}}"} }""").Single(),
                Does.StartWith("settings.edge.certificateArn: got")
                    .And.EndsWith("want none without cdn.domain; write the domain that it is for")
            );
        }
    }

    [Test]
    public void Old_TLS_is_refused() =>
        Assert.That(
            WebPlatformFile.Problems("prod", """{"edge":{"tlsPolicy":"ELBSecurityPolicy-2016-08"}}""").Single(),
            Does.StartWith("settings.edge.tlsPolicy: got ELBSecurityPolicy-2016-08")
        );

    [Test]
    public void Required_codes_and_passkeys_exclude_each_other() =>
        Assert.That(
            WebPlatformFile.Problems("prod", """{"users":{"passkeys":{"enabled":true}}}""").Single(),
            Does.StartWith("settings.users.mfa: got required").Or.StartWith("settings.users.passkeys")
        );

    [Test]
    public void All_problems_of_a_file_are_told_at_once() =>
        Assert.That(
            WebPlatformFile
                .Problems(
                    "prod",
                    """
                    {
                      "nework": {},
                      "cdn": {},
                      "network": {"natGateways": "none"},
                      "instances": {"type": "medium"},
                      "service": {"enabled": true, "scaling": {"minTasks": 4, "maxTasks": 3}},
                      "users": {"password": {"minimumLength": 5}},
                      "waf": {"enabled": false},
                      "stop": {"enabled": true}
                    }
                    """
                )
                .Select(problem => problem.Split(": ")[0]),
            Is.SupersetOf(
                new[]
                {
                    "settings.nework",
                    "settings.network.natGateways",
                    "settings.instances.type",
                    "settings.users.password.minimumLength",
                    "settings.cdn.domain",
                    "settings.service.image",
                    "settings.waf.enabled",
                    "settings.stop.enabled",
                }
            )
        );

    private static string[] Certificates(string cdn, string edge) =>
        WebPlatformFile.Problems(
            "prod",
            $$"""{"cdn":{"domain":"app.example.com","certificateArn":"{{cdn}}"},"edge":{"certificateArn":"{{edge}}"} }"""
        );
}
