using Infra.Compute;
using Infra.Settings;

namespace Infra.Tests.Settings.WebPlatform;

public sealed class WebPlatformDefaultsTests
{
    [TestCase("dev"), TestCase("staging"), TestCase("prod")]
    public void The_network_has_three_zones_and_the_blocks_of_the_source(string environment)
    {
        var network = WebPlatformFile.Load(environment).Network;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(network.Zones, Is.EqualTo(new[] { "ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d" }));
            Assert.That(network.Subnets.Public, Is.EqualTo(new[] { "10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24" }));
            Assert.That(network.Subnets.App, Is.EqualTo(new[] { "10.0.10.0/24", "10.0.11.0/24", "10.0.12.0/24" }));
            Assert.That(network.Subnets.Db, Is.EqualTo(new[] { "10.0.20.0/24", "10.0.21.0/24", "10.0.22.0/24" }));
        }
    }

    [TestCase("dev", "single")]
    [TestCase("staging", "per-az")]
    [TestCase("prod", "per-az")]
    public void Development_saves_gateways(string environment, string gateways) =>
        Assert.That(Word.Of(WebPlatformFile.Load(environment).Network.NatGateways), Is.EqualTo(gateways));

    [TestCase("dev", "optional", "audit", false, true)]
    [TestCase("prod", "required", "enforced", true, false)]
    public void Users_are_protected_as_the_environment_needs(
        string environment,
        string mfa,
        string threats,
        bool isKept,
        bool hasLocalhost
    )
    {
        var users = WebPlatformFile.Load(environment).Users;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((Word.Of(users.Mfa), Word.Of(users.ThreatProtection)), Is.EqualTo((mfa, threats)));
            Assert.That((users.DeletionProtection, users.Web.Localhost), Is.EqualTo((isKept, hasLocalhost)));
            Assert.That(users.Web.Implicit, Is.False);
            Assert.That((users.Password.Policy.MinimumLength, users.Password.Policy.TemporaryDays), Is.EqualTo((12, 7)));
        }
    }

    [TestCase("dev", "debug", 7)]
    [TestCase("staging", "debug", 30)]
    [TestCase("prod", "warn", 30)]
    public void Production_logs_warnings_and_keeps_them_a_month(string environment, string level, int days)
    {
        var settings = WebPlatformFile.Load(environment);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((Word.Of(settings.Service.LogLevel), settings.Service.LogRetentionDays), Is.EqualTo((level, days)));
            Assert.That(settings.Network.FlowLogs.RetentionDays, Is.EqualTo(days));
            Assert.That((settings.Waf.LogRetentionDays, settings.Users.Logs.RetentionDays), Is.EqualTo((days, days)));
        }
    }

    [TestCase("dev"), TestCase("staging"), TestCase("prod")]
    public void What_is_optional_is_off_and_instances_are_as_the_source_has_them(string environment)
    {
        var settings = WebPlatformFile.Load(environment);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (settings.Database.Enabled, settings.Canary.Enabled, settings.Audit.Any),
                Is.EqualTo((false, false, false))
            );
            Assert.That(settings.Service.Tracing, Is.EqualTo(TracingMode.Off));
            Assert.That(settings.Service.Deployment.By, Is.EqualTo(Deployer.Codedeploy));
            Assert.That((settings.Service.Port, settings.Service.HealthPath), Is.EqualTo((3000, "/api/health")));
            Assert.That(
                (settings.Instances.Type, settings.Instances.MinInstances, settings.Instances.MaxInstances),
                Is.EqualTo(("t3.medium", 0, 10))
            );
            Assert.That(
                (settings.Instances.RootGiB, settings.Instances.TargetPercent, settings.Instances.WarmUpSeconds),
                Is.EqualTo((30, 100, 300))
            );
        }
    }

    [TestCase("dev", false, true)]
    [TestCase("staging", true, false)]
    [TestCase("prod", true, false)]
    public void Only_development_may_be_deleted_and_stops_at_night(string environment, bool isProtected, bool stops)
    {
        var settings = WebPlatformFile.Load(environment);

        Assert.That((settings.Protect, settings.Stop.Enabled), Is.EqualTo((isProtected, stops)));
    }
}
