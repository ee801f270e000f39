using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Serverless;
using Infra.Settings;
using Infra.Settings.Finsight;
using Infra.Tests.Systems;
using static Infra.Tests.Settings.StackFile;

namespace Infra.Tests.Settings.Finsight;

public sealed class FinsightSettingsTests
{
    [TestCase("dev", false, 7, 7, 0, false, 160)]
    [TestCase("staging", true, 30, 30, 30, true, 170)]
    [TestCase("prod", true, 30, 30, 30, true, 170)]
    public void Defaults_are_those_of_the_environment(
        string environment,
        bool protect,
        int logDays,
        int keyDays,
        int secretDays,
        bool backup,
        int budget
    )
    {
        var settings = Load(environment, new { });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Protect, Is.EqualTo(protect));
            Assert.That(
                new List<int>
                {
                    settings.Api.LogRetentionDays,
                    settings.Waf.LogRetentionDays,
                    settings.Proxy.LogRetentionDays,
                    settings.Database.Instance.LogRetentionDays,
                    settings.Authorizer.Function.LogRetentionDays,
                }.Concat(settings.Functions.Values.Select(function => function.LogRetentionDays)),
                Is.All.EqualTo(logDays)
            );
            Assert.That(settings.Key.DeletionDays, Is.EqualTo(keyDays));
            Assert.That(settings.Secrets.RecoveryDays, Is.EqualTo(secretDays));
            Assert.That((settings.Backup.Enabled, settings.Stop.Enabled), Is.EqualTo((backup, !backup)));
            Assert.That(settings.Cost.MonthlyUsd, Is.EqualTo(budget));
            Assert.That(settings.Site.Enabled, Is.EqualTo(environment == "prod"));
            Assert.That(settings.Concurrency.Reserved, Is.EqualTo(environment == "prod" ? 100 : 0));
        }
    }

    [TestCase("dev")]
    [TestCase("staging")]
    [TestCase("prod")]
    public void The_database_begins_as_small_as_the_source_wants_it(string environment)
    {
        var settings = Load(environment, new { });

        var instance = settings.Database.Instance;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((instance.InstanceClass, instance.MultiAz, instance.BackupDays), Is.EqualTo(("db.t3.micro", false, 7)));
            Assert.That((settings.Proxy.Connections, settings.Proxy.IdleClientSeconds), Is.EqualTo((20, 1800)));
            Assert.That(settings.Network.Zones.Length, Is.EqualTo(2));
            Assert.That((settings.Recovery.RtoHours, settings.Recovery.RpoMinutes), Is.EqualTo((4, 60)));
            Assert.That(settings.MailLimits.PerSecond, Is.EqualTo(1));
            Assert.That(settings.Site.NodeVersion, Is.EqualTo(22));
            Assert.That(settings.Api.Account, Is.EqualTo(ApiGatewayAccount.Manage));
        }
    }

    [Test]
    public void Pages_that_may_call_are_those_of_the_site_unless_the_file_says_otherwise()
    {
        var site = Load("prod", new { origin = (string?)null, site = new { domain = "finsight.acme.test" } });
        var said = Load("prod", new { origin = "https://app.acme.test", site = new { domain = "finsight.acme.test" } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(site.CallingSite, Is.EqualTo("https://www.finsight.acme.test"));
            Assert.That(said.CallingSite, Is.EqualTo("https://app.acme.test"));
        }
    }

    [TestCase(
        """{"cdn":{"domain":null}}""",
        "settings.cdn.domain: got nothing, want the host of the API; the CDN and the API behind it answer under the same name"
    )]
    [TestCase(
        """{"cdn":{"hostedZoneId":null,"certificateArn":"arn:aws:acm:us-east-1:333333333333:certificate/12345678-1234-1234-1234-123456789012"}}""",
        "settings.apiCertificateArn: got nothing, want a certificate of api.finsight.acme.test in ap-northeast-1; without cdn.hostedZoneId none can be issued"
    )]
    [TestCase(
        """{"apiCertificateArn":"arn:aws:acm:us-east-1:333333333333:certificate/12345678-1234-1234-1234-123456789012"}""",
        "settings.apiCertificateArn: got arn:aws:acm:us-east-1:333333333333:certificate/12345678-1234-1234-1234-123456789012, want a certificate in ap-northeast-1; a regional API takes none of another region"
    )]
    [TestCase(
        """{"origin":null}""",
        "settings.origin: got nothing, want the site whose pages call the API; browsers let no other page read its answers; or set site.domain"
    )]
    [TestCase(
        """{"network":{"natGateways":"none"}}""",
        "settings.network.natGateways: got none, want single or per-az; functions in the VPC reach SES, Lambda and the API of Auth0 only over the internet"
    )]
    [TestCase(
        """{"authorizer":{"issuer":"https://acme.auth0.test"}}""",
        "settings.authorizer.issuer: got https://acme.auth0.test, want an address such as https://example.auth0.com/, with the slash at its end; it is compared with each token's iss letter by letter"
    )]
    [TestCase(
        """{"authorizer":{"audience":null}}""",
        "settings.authorizer.audience: got nothing, want the identifier of the API at the issuer; tokens for other APIs of the issuer would be taken"
    )]
    [TestCase("""{"functions":{"goals":{}}}""", "settings.functions.goals")]
    [TestCase("""{"functions":{"auth":{"runtime":"provided.al2"}}}""", "settings.functions.auth.runtime: got provided.al2")]
    [TestCase("""{"functions":{"auth":{"reservedConcurrency":16}}}""", "settings.concurrency")]
    [TestCase("""{"concurrency":{"account":150}}""", "settings.concurrency")]
    [TestCase("""{"proxy":{"connections":90}}""", "settings.proxy.connections: got 90")]
    [TestCase("""{"site":{"nodeVersion":18}}""", "settings.site.nodeVersion: got 18")]
    [TestCase("""{"waf":{"enabled":false}}""", "settings.waf.enabled: got false, want true while protect is true")]
    [TestCase("""{"stop":{"enabled":true}}""", "settings.stop.enabled")]
    [TestCase("""{"usage":{"clients":[]}}""", "settings.usage.clients: got an empty map")]
    [TestCase(
        """{"api":{"requestsPerSecond":7}}""",
        "settings.usage.requestsPerSecond: got 10, want 7 at most, the requestsPerSecond of the stage; the stage turns calls away first, everybody's alike"
    )]
    [TestCase("""{"recovery":{"rtoHours":1}}""", "settings.recovery.rtoHours: got about 2 h 20 min")]
    [TestCase("""{"origin":"https://www.finsight.acme.test/"}""", "settings.origin: got https://www.finsight.acme.test/")]
    public void What_would_not_work_is_refused(string change, string problem) =>
        Assert.That(Problems(File("prod", JsonNode.Parse(change)!)), Has.Some.StartsWith(problem));

    [Test]
    public void All_problems_are_reported_at_once()
    {
        var file = File(
            "prod",
            new
            {
                cdn = new { domain = (string?)null },
                network = new { natGateways = "none" },
                authorizer = new { issuer = "acme" },
                proxy = new { connections = 90 },
                functions = new { auth = new { memoryMiB = 64 } },
                site = new { nodeVersion = 18 },
                usage = new { clients = Array.Empty<string>() },
                budgets = new { },
            }
        );

        Assert.That(
            Problems(file).Select(problem => problem.Split(": got")[0].Split(": unknown")[0]),
            Is.SupersetOf(
                new[]
                {
                    "settings.budgets",
                    "settings.cdn.domain",
                    "settings.network.natGateways",
                    "settings.authorizer.issuer",
                    "settings.proxy.connections",
                    "settings.functions.auth.memoryMiB",
                    "settings.site.nodeVersion",
                    "settings.usage.clients",
                }
            )
        );
    }

    private static FinsightSettings Load(string environment, object settings) =>
        (FinsightSettings)StackLoader.Load(File(environment, settings), out _)!.Settings;

    /// <summary>A sound file with some settings changed; nothing removes one.</summary>
    private static StackConfig File(string environment, object changes)
    {
        var settings = (JsonObject)
            JsonNode.Parse(
                $$"""
                {"cdn":{"domain":"{{FinsightCase.Host}}","hostedZoneId":"Z1"},
                 "origin":"{{FinsightCase.Pages}}",
                 "authorizer":{"issuer":"https://acme.auth0.test/","audience":"https://api.finsight"},
                 "mail":{"domain":"finsight.acme.test","hostedZoneId":"Z1"} }
                """
            )!;
        Merge(settings, (JsonObject)(changes as JsonNode ?? JsonSerializer.SerializeToNode(changes)!));
        return Of(
            $"finsight-{environment}",
            null,
            ("idp-infra:system", "finsight"),
            ("idp-infra:environment", environment),
            ("aws:allowedAccountIds", "[\"333333333333\"]"),
            ("idp-infra:settings", settings.ToJsonString())
        );
    }

    private static void Merge(JsonObject into, JsonObject changes)
    {
        foreach (var (key, value) in changes)
            if (value is null)
                into.Remove(key);
            else if (value is JsonObject inner && into[key] is JsonObject group)
                Merge(group, inner);
            else
                into[key] = value.DeepClone();
    }
}
