using System.Collections.Immutable;
using Infra.Data;
using Infra.Settings;
using Infra.Settings.Data;
using Infra.Validation;

namespace Infra.Tests.Settings.Data;

public sealed class AppDatabaseSettingsTests
{
    private static readonly ImmutableArray<string> Zones = ["ap-northeast-1a", "ap-northeast-1c"];

    private static readonly StackContext Finsight = TestStacks.Prod with { System = "finsight", Stack = "finsight-prod" };

    // As the source has it in every environment.
    private static AppDatabaseSettings Small =>
        new()
        {
            Name = "finsight",
            Username = "finsight_admin",
            Instance = new()
            {
                InstanceClass = "db.t3.micro",
                StorageGiB = 20,
                MaxStorageGiB = 100,
                MultiAz = false,
                ReadReplicas = 0,
                MaxConnections = 80,
                MaintenanceWindow = "sat:19:00-sat:20:00",
            },
        };

    [Test]
    public void A_small_database_in_one_zone_is_sound_in_production() =>
        Assert.That(Small.Validate(Finsight, Zones, protect: true), Is.Empty);

    [Test]
    public void So_is_the_larger_one_with_a_standby()
    {
        var larger = Small with { Instance = Small.Instance with { InstanceClass = "db.t3.medium", MultiAz = true } };

        Assert.That(larger.Validate(Finsight, Zones, protect: true), Is.Empty);
    }

    [Test]
    public void What_it_becomes_has_its_names_and_schedules_nothing()
    {
        var args = Small.ToArgs(Finsight, Zones, protect: true, new(["a", "c"], "sg", "key", null, null));
        var secret = Small.ToSecretArgs(Finsight, "finsight/prod/db", "key", recoveryDays: 7, protect: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(args.Context.Label.Database(args.Role), Is.EqualTo("finsight-db"));
            Assert.That((args.DatabaseName, args.MasterUsername), Is.EqualTo(("finsight", "finsight_admin")));
            Assert.That(args.Schedules, Is.False);
            Assert.That(args.MultiAz, Is.False);
            Assert.That((secret.Name, secret.Username), Is.EqualTo(("finsight/prod/db", "finsight_admin")));
            Assert.That((secret.Version, secret.RecoveryDays, secret.Protect), Is.EqualTo((1, 7, true)));
        }
    }

    [Test]
    public void A_new_version_makes_a_new_password() =>
        Assert.That(
            (Small with { Instance = Small.Instance with { MasterPasswordVersion = 2 } })
                .ToSecretArgs(Finsight, "finsight/prod/db", "key", recoveryDays: 0, protect: false)
                .Version,
            Is.EqualTo(2)
        );

    [Test]
    public void What_is_written_of_the_proxy_reaches_it()
    {
        var settings = new ProxySettings
        {
            Connections = 12,
            IdleConnections = 3,
            IdleClientSeconds = 61,
            BorrowSeconds = 7,
            LogRetentionDays = 14,
        };

        var args = settings.ToArgs(
            Finsight,
            100,
            new(["a", "c"], "sg", "key", "finsight-db", "db-1", "secret", "finsight_admin")
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That((args.Connections, args.IdleConnections, args.MaxConnections), Is.EqualTo((12, 3, 100)));
            Assert.That((args.IdleClientSeconds, args.BorrowSeconds, args.LogRetentionDays), Is.EqualTo((61, 7, 14)));
        }
    }

    [Test]
    public void The_password_must_be_readable_and_the_sizes_must_fit() =>
        Refused(
            (
                Small with
                {
                    Instance = Small.Instance with { MasterPassword = MasterPassword.Managed, MaxConnections = 200 },
                }
            ).Validate(Finsight, Zones, protect: true),
            "instance.masterPassword: got managed, want generated;",
            "instance.maxConnections: got 200, want 20 to 112 on instanceClass db.t3.micro;"
        );

    [Test]
    public void The_defaults_of_the_proxy_come_to_twenty_connections()
    {
        var settings = new ProxySettings();
        var wiring = new ProxyWiring(["a", "c"], "sg", "key", "finsight-db", "db-1", "secret", "finsight_admin");
        var args = settings.ToArgs(Finsight, Small.Instance.MaxConnections, wiring);
        var byIam = (settings with { Auth = ProxyAuth.Iam }).ToArgs(Finsight, 80, wiring);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Validate(Finsight, Zones, "finsight_admin", 80), Is.Empty);
            Assert.That(args.Share.Connections, Is.EqualTo(20));
            Assert.That((args.IdleClientSeconds, args.BorrowSeconds, args.LogRetentionDays), Is.EqualTo((1800, 20, 30)));
            Assert.That((args.Auth, args.User), Is.EqualTo((ProxyAuth.Secret, "finsight_admin")));
            Assert.That(args.DatabaseResourceId, Is.Null);
            Assert.That((byIam.User, byIam.SecretArn), Is.EqualTo(("finsight_app", null as object)));
            Assert.That(byIam.DatabaseResourceId, Is.Not.Null);
        }
    }

    [Test]
    public void A_proxy_that_cannot_be_is_refused_unless_there_is_none()
    {
        var bad = new ProxySettings
        {
            Auth = ProxyAuth.Iam,
            User = "finsight_admin",
            IdleConnections = 20,
        };

        using (Assert.EnterMultipleScope())
        {
            Refused(
                bad.Validate(Finsight, Zones, "finsight_admin", 5000),
                "connections: got 20, want 50 or more;",
                "idleConnections: got 20, want 0 to 19;",
                "user: got finsight_admin, want another user than the database's master user;"
            );
            Assert.That((bad with { Enabled = false }).Validate(Finsight, Zones, "finsight_admin", 5000), Is.Empty);
        }
    }

    private static void Refused(IEnumerable<Problem> problems, params string[] texts)
    {
        var found = problems.Select(problem => problem.ToString()).ToList();
        Assert.That(found, Has.Count.EqualTo(texts.Length));
        for (var i = 0; i < texts.Length; i++)
            Assert.That(found[i], Does.StartWith(texts[i]));
    }
}
