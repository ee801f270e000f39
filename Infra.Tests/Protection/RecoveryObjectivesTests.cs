using Infra.Protection;

namespace Infra.Tests.Protection;

public sealed class RecoveryObjectivesTests
{
    private static RecoveryObjectives Finsight =>
        new()
        {
            BackupDays = 7,
            MultiAz = false,
            StorageGiB = 100,
            MonthlySnapshots = true,
        };

    [Test]
    public void Point_in_time_restore_meets_four_hours_and_one_hour()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Finsight.RpoMinutes, Is.EqualTo(5));
            Assert.That(Finsight.RtoMinutes, Is.EqualTo(60 + 30 + 30 + 20));
            Assert.That(Finsight.Validate(rtoHours: 4, rpoMinutes: 60), Is.Empty);
            Assert.That(
                Finsight.Note(4),
                Is.EqualTo(
                    "recovery: RPO 5 min (point-in-time restore, 7 days), RTO about 2 h 20 min of 4 h "
                        + "(60 min of people's time + 30 for a new instance + 30 to replay its log + 20 for up to 100 GiB; estimates); "
                        + "a lost zone takes the same, there is no standby"
                )
            );
        }
    }

    [Test]
    public void A_standby_takes_over_in_minutes() =>
        Assert.That(
            (Finsight with { MultiAz = true }).Note(4),
            Does.EndWith("a lost instance or zone about 2 min, the standby takes over")
        );

    [TestCase(0, true, true, 1440)]
    [TestCase(0, false, true, 44_640)]
    [TestCase(1, true, true, 5)]
    public void What_is_lost_is_what_came_after_the_last_backup(int days, bool daily, bool monthly, int minutes) =>
        Assert.That(
            (Finsight with { BackupDays = days, DailySnapshots = daily, MonthlySnapshots = monthly }).RpoMinutes,
            Is.EqualTo(minutes)
        );

    [Test]
    public void Snapshots_alone_miss_an_hour_with_the_sum() =>
        Assert.That(
            (Finsight with { BackupDays = 0, DailySnapshots = true }).Validate(4, 60).Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "rpoMinutes: got 1440 minutes of changes lost (a snapshot each day), want 60 at most; set database.instance.backupDays to 1 or more, or raise recovery.rpoMinutes",
                }
            )
        );

    [Test]
    public void Without_any_backup_everything_is_lost()
    {
        var none = Finsight with { BackupDays = 0, MonthlySnapshots = false };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(none.RpoMinutes, Is.Null);
            Assert.That(none.Note(4), Is.EqualTo("recovery: none, there is no backup"));
            Assert.That(
                none.Validate(4, 60).Single().ToString(),
                Is.EqualTo(
                    "rpoMinutes: got a database without any backup, want 60 minutes of changes lost at most; set database.instance.backupDays to 1 or more"
                )
            );
        }
    }

    [Test]
    public void A_target_that_is_met_to_the_minute_is_met() => Assert.That(Finsight.Validate(4, rpoMinutes: 5), Is.Empty);

    [TestCase(600, true)]
    [TestCase(601, false)]
    public void Much_storage_takes_longer_than_there_is(int storage, bool accepted)
    {
        var problems = (Finsight with { StorageGiB = storage }).Validate(4, 60).Select(problem => problem.ToString());

        Assert.That(
            problems,
            accepted
                ? Is.Empty
                : Is.EqualTo(
                    new[]
                    {
                        "rtoHours: got about 4 h 20 min (60 min of people's time + 30 for a new instance + 30 to replay its log + 140 for up to 601 GiB), want 4 h at most; lower database.instance.maxStorageGiB, or raise recovery.rtoHours",
                    }
                )
        );
    }

    [Test]
    public void One_zone_does_not_reach_three_nines()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Finsight.AvailabilityNote(99.9),
                Is.EqualTo(
                    "availability: 99.9 % allows 43.2 min a month, and the database has no standby: AWS promises 99.5 % for it, "
                        + "and a restore takes about 2 h 20 min; database.instance.multiAz: true closes the gap"
                )
            );
            Assert.That((Finsight with { MultiAz = true }).AvailabilityNote(99.9), Is.Null);
        }
    }
}
