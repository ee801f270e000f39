using System.Text.Json;
using Infra.Settings;
using Infra.Settings.IdpServer;
using Infra.Settings.Observability;
using Infra.Settings.Protection;
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
            Assert.That(new BackupSettings().Validate("ap-northeast-1", stops: false, new()), Is.Empty);
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
            new BackupSettings { MonthlyAt = "20:00", CopyRegion = "ap-northeast-1" }.Validate(
                "ap-northeast-1",
                stops: true,
                new()
            ),
            "monthlyAt: got 20:00, want another time than dailyAt;",
            "copyRegion: got ap-northeast-1, want a region other than ap-northeast-1;",
            "enabled: got true, want false while stop.enabled is true; AWS Backup makes no backup of a database that is stopped;"
        );

    [Test]
    public void Backups_keep_clear_of_the_windows_of_the_database() =>
        Refused(
            new BackupSettings { DailyAt = "17:10", MonthlyAt = "17:45" }.Validate("ap-northeast-1", stops: false, new()),
            "dailyAt: got 17:10 and 60 minutes on, want a start that is not within the hour before sun:18:00-sun:19:00, nor during it;",
            "dailyAt: got 17:10 and 60 minutes on, want a start outside 17:00-17:30;",
            "monthlyAt: got 17:45 and 60 minutes on, want a start that is not within the hour before sun:18:00-sun:19:00, nor during it;"
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

    [Test]
    public void A_stack_file_can_say_all_of_it()
    {
        const string File = """
            {"muted": ["log-errors"], "database": {"freeStorageGiB": 3}, "loadBalancer": {"latencyP99Milliseconds": 1}}
            """;
        var alarms = Read(new AlarmSettings(), File);
        var alerts = Read(
            new AlertSettings(),
            """{"critical": {"emails": ["a@example.com"], "https": ["https://e.example.com"], "slackChannelId": "C0123456789"}, "slackTeamId": "T0123456789"}"""
        );
        var stop = Read(new StopSettings(), """{"enabled": true, "stopAt": "21:15", "startDays": ["SAT"], "timeZone": "UTC"}""");
        var backup = Read(new BackupSettings(), """{"copyRegion": "ap-northeast-3", "locked": true, "monthlyDays": 400}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(alarms.Database.FreeStorageGiB, Is.EqualTo(3));
            Assert.That(alarms.Muted, Is.EqualTo(new[] { "log-errors" }));
            Assert.That(alarms.Database.CpuPercent, Is.EqualTo(80), "what the file does not say keeps its default");
            Assert.That(alerts.Critical.Receivers.Emails, Is.EqualTo(new[] { "a@example.com" }));
            Assert.That(alerts.Critical.Receivers.Https, Is.EqualTo(new[] { "https://e.example.com" }));
            Assert.That(alerts.Critical.Receivers.SlackChannelId, Is.EqualTo("C0123456789"));
            Assert.That((alerts.SlackTeamId, alerts.Warning.SlackChannelId), Is.EqualTo(("T0123456789", (string?)null)));
            Assert.That((stop.StopAt, stop.StartDays.Single(), stop.TimeZone), Is.EqualTo(("21:15", "SAT", "UTC")));
            Assert.That((backup.CopyRegion, backup.Locked, backup.MonthlyDays), Is.EqualTo(("ap-northeast-3", true, 400)));
        }
    }

    [TestCase("""{"stopAt": "8 pm"}""", "stopAt: got 8 pm, want a time such as 08:00;")]
    [TestCase("""{"startDays": ["Mon"]}""", "startDays[0]: got Mon, want MON, TUE, WED, THU, FRI, SAT or SUN;")]
    [TestCase("""{"timeZone": "JST"}""", "timeZone: got JST, want a name such as Asia/Tokyo or UTC;")]
    public void A_slip_in_a_stack_file_is_told(string file, string text)
    {
        var problems = new List<Problem>();
        SettingsReader.Overlay(new StopSettings(), SettingNode.Root(typeof(StopSettings)), Json(file), problems);

        Refused(problems, text);
    }

    [Test]
    public void The_page_says_none_where_nothing_is_set() =>
        Assert.That(
            SettingsPage.Of("test", SettingNode.Root(typeof(AlertSettings)), _ => new AlertSettings()),
            Does.Contain("| an id such as T0123456789 | none | none | none |").And.Not.Contain("``")
        );

    private static T Read<T>(T defaults, string file)
        where T : class
    {
        var problems = new List<Problem>();
        var settings = SettingsReader.Overlay(defaults, SettingNode.Root(typeof(T)), Json(file), problems);
        Assert.That(problems, Is.Empty);
        return settings;
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static void Refused(IEnumerable<Problem> problems, params string[] texts) =>
        Assert.That(
            problems.Select(problem => problem.ToString()),
            Is.EqualTo(texts).Using<string, string>((actual, expected) => actual.StartsWith(expected, StringComparison.Ordinal))
        );
}
