using Infra.Settings.IdpServer;
using Infra.Validation;

namespace Infra.Tests.Settings.IdpServer;

public sealed class WatchSettingsTests
{
    [Test]
    public void The_defaults_are_sound()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new AlarmSettings().Validate(100), Is.Empty);
            Assert.That(new AlarmSettings().Validate(null), Is.Empty);
            Assert.That(new AlertSettings().Validate(), Is.Empty);
            Assert.That(new BackupSettings().Validate("ap-northeast-1", stops: false), Is.Empty);
            Assert.That(new StopSettings().Validate(protect: true, readReplicas: 1), Is.Empty);
            Assert.That(new AuditSettings().Any, Is.False);
        }
    }

    [Test]
    public void Thresholds_must_make_sense_together() =>
        Refused(
            new AlarmSettings
            {
                LoadBalancer = new() { LatencyP95Milliseconds = 2000, LatencyP99Milliseconds = 1999 },
                Database = new() { FreeStorageGiB = 20 },
            }.Validate(20),
            "loadBalancer.latencyP99Milliseconds: got 1999, want 2000 or more;",
            "database.freeStorageGiB: got 20, want less than the 20 GiB there are;"
        );

    [Test]
    public void Receivers_are_checked_where_they_are_written() =>
        Refused(
            new AlertSettings
            {
                Critical = new() { Emails = ["oncall"], SlackChannelId = "C0123456789" },
                Warning = new() { Https = ["ftp://example.com"] },
            }.Validate(),
            "critical.emails: got oncall, want an address such as team@example.com;",
            "warning.https: got ftp://example.com, want an address beginning with https://;",
            "slackTeamId: got nothing, want the workspace of C0123456789;"
        );

    [Test]
    public void Backups_need_times_of_their_own_another_region_and_a_database_that_runs() =>
        Refused(
            new BackupSettings { MonthlyAt = "20:00", CopyRegion = "ap-northeast-1" }.Validate("ap-northeast-1", stops: true),
            "monthlyAt: got 20:00, want another time than dailyAt;",
            "copyRegion: got ap-northeast-1, want a region other than ap-northeast-1;",
            "enabled: got true, want false while stop.enabled is true; AWS Backup makes no backup of a database that is stopped;"
        );

    [Test]
    public void Only_a_stack_that_may_be_deleted_and_has_no_replica_may_be_stopped() =>
        Refused(
            new StopSettings { Enabled = true }.Validate(protect: true, readReplicas: 2),
            "enabled: got true, want false while protect is true;",
            "enabled: got true, want false while database.readReplicas is 2;"
        );

    [Test]
    public void A_system_is_started_an_hour_at_least_before_it_is_stopped() =>
        Refused(
            new StopSettings
            {
                StopAt = "08:30",
                StartAt = "08:00",
                StartDays = [],
            }.Validate(protect: false, readReplicas: 0),
            "stopAt: got 08:30, want an hour or more after startAt, 08:00;",
            "startDays: got an empty list, want one or more days;"
        );

    [Test]
    public void A_stack_may_be_stopped() =>
        Assert.That(new StopSettings { Enabled = true }.Validate(protect: false, readReplicas: 0), Is.Empty);

    private static void Refused(IEnumerable<Problem> problems, params string[] texts) =>
        Assert.That(
            problems.Select(problem => problem.ToString()),
            Is.EqualTo(texts).Using<string, string>((actual, expected) => actual.StartsWith(expected, StringComparison.Ordinal))
        );
}
