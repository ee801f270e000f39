using Infra.Settings.Data;
using Infra.Settings.Protection;
using Pulumi;

namespace Infra.Tests.Settings.Protection;

public sealed class RecoverySettingsTests
{
    private static readonly DatabaseSettings Database = new()
    {
        StorageGiB = 20,
        MaxStorageGiB = 100,
        MultiAz = false,
    };

    [Test]
    public void The_targets_are_four_hours_and_one_hour()
    {
        var settings = new RecoverySettings();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((settings.RtoHours, settings.RpoMinutes), Is.EqualTo((4, 60)));
            Assert.That(settings.Validate(Database, new()), Is.Empty);
            Assert.That(
                settings.Note(Database, null),
                Does.StartWith("recovery: RPO 5 min (point-in-time restore, 7 days), RTO about 2 h")
            );
        }
    }

    [Test]
    public void Storage_is_reckoned_as_large_as_it_may_grow()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RecoverySettings.Objectives(Database, null).StorageGiB, Is.EqualTo(100));
            Assert.That(RecoverySettings.Objectives(Database with { MaxStorageGiB = 0 }, null).StorageGiB, Is.EqualTo(20));
        }
    }

    [Test]
    public void Only_backups_that_are_made_count()
    {
        var lost = Database with { BackupDays = 0 };
        int? Rpo(BackupSettings? backup) => RecoverySettings.Objectives(lost, backup).RpoMinutes;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Rpo(new()), Is.EqualTo(1440));
            Assert.That(Rpo(new() { Daily = false }), Is.EqualTo(44_640));
            Assert.That(Rpo(new() { Enabled = false }), Is.Null);
            Assert.That(Rpo(null), Is.Null);
        }
    }

    [Test]
    public void Backups_become_a_plan_that_keeps_away_from_the_windows_of_the_database()
    {
        var args = new BackupSettings { Daily = false, MonthlyDays = 400 }.ToArgs(
            TestStacks.Prod,
            "arn:key",
            Database,
            Output.Create("arn:alerts"),
            protect: true
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (args.Daily, args.MonthlyAt, args.MonthlyDays, args.TagValue),
                Is.EqualTo((false, "22:00", 400, "monthly"))
            );
            Assert.That(args.MaintenanceWindows["database"], Is.EqualTo("sun:18:00-sun:19:00"));
            Assert.That(args.BackupWindows["database"], Is.EqualTo("17:00-17:30"));
            Assert.That(args.Validate(), Is.Empty);
        }
    }

    [Test]
    public void Without_daily_backups_their_time_does_not_matter()
    {
        var settings = new BackupSettings { Daily = false, DailyAt = "17:00" };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Validate("ap-northeast-1", stops: false, Database), Is.Empty);
            Assert.That(
                (settings with { MonthlyAt = "17:00" })
                    .Validate("ap-northeast-1", stops: false, Database)
                    .Select(problem => problem.Path),
                Is.EqualTo(new[] { "monthlyAt", "monthlyAt" })
            );
        }
    }
}
