using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Observability.Dashboards;
using Infra.Settings.Alarms;
using Infra.Settings.Data;

namespace Infra.Tests.Observability.Alarms;

public sealed class DatabaseProxyAlarmsTests
{
    private static readonly DatabaseProxyWatch Proxy = new("proxy", "finsight-db-proxy", 20);

    [Test]
    public void The_table_of_a_proxy() =>
        Assert.That(
            DatabaseProxyAlarms.Rows(Proxy, new()).Select(Line),
            Is.EqualTo(
                new[]
                {
                    "proxy-connections: High, DatabaseConnections Sum GreaterThan 16, 60 s x5, NotBreaching",
                    "proxy-clients: Warning, ClientConnections Sum GreaterThan 90, 60 s x5, NotBreaching",
                    "proxy-borrow-latency: High, DatabaseConnectionsBorrowLatency Average GreaterThan 500000, 300 s x2, NotBreaching",
                    "proxy-availability: Critical, AvailabilityPercentage Average LessThan 90, 60 s x5, Missing",
                    "proxy-sign-ins: Warning, ClientConnectionsSetupFailedAuth Sum GreaterThan 5, 300 s x2, NotBreaching",
                    "proxy-failed-connections: High, DatabaseConnectionsSetupFailed Sum GreaterThan 5, 300 s x2, NotBreaching",
                    "proxy-pinned: Warning, DatabaseConnectionsCurrentlySessionPinned Sum GreaterThan 10, 60 s x5, NotBreaching",
                }
            )
        );

    [Test]
    public async Task Every_row_is_sound_and_about_the_proxy()
    {
        var run = await AlarmCase.RunAsync(
            AlarmCase.Args([.. DatabaseProxyAlarms.Rows(Proxy, new())]) with
            {
                Things = [Proxy.Thing],
            }
        );

        var dimensions = run.All("aws:cloudwatch/metricAlarm:MetricAlarm").ToDictionary(alarm => alarm.Name!, Inputs.Dimensions);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                dimensions["idp-proxy-availability"],
                Is.EqualTo("ProxyName=finsight-db-proxy TargetGroup=default TargetRole=READ_WRITE")
            );
            Assert.That(
                dimensions.Where(alarm => alarm.Key != "idp-proxy-availability").Select(alarm => alarm.Value),
                Is.All.EqualTo("ProxyName=finsight-db-proxy")
            );
        }
    }

    [Test]
    public void Every_row_names_a_section_of_a_runbook() =>
        Assert.That(DatabaseProxyAlarms.Rows(Proxy, new()).Select(row => row.Runbook), Is.SubsetOf(Runbooks.Sections()));

    [Test]
    public void Numbers_of_connections_are_drawn_by_the_minute() =>
        Assert.That(
            DatabaseProxyRow.Of(Proxy).Widgets.OfType<MetricWidget>().Select(widget => widget.PeriodSeconds),
            Is.All.EqualTo(60)
        );

    [TestCase("db.t3.micro", 1024, true)]
    [TestCase("db.t3.micro", 100, false)]
    [TestCase("db.t3.medium", 1024, false)]
    [TestCase("db.t3.medium", 3072, true)]
    public void A_threshold_of_memory_that_a_small_instance_never_leaves_is_refused(string type, int mebibytes, bool refused)
    {
        var problems = new DatabaseAlarmSettings { FreeMemoryMiB = mebibytes }.Validate(new() { InstanceClass = type });

        Assert.That(problems.Select(problem => problem.Path), refused ? Is.EqualTo(new[] { "freeMemoryMiB" }) : Is.Empty);
    }

    [Test]
    public void A_threshold_of_storage_above_what_there_is_is_refused() =>
        Assert.That(
            new DatabaseAlarmSettings { FreeStorageGiB = 20 }
                .Validate(new DatabaseSettings { StorageGiB = 20 })
                .Single()
                .ToString(),
            Is.EqualTo("freeStorageGiB: got 20, want less than the 20 GiB there are; the alarm would ring from the first day")
        );

    [Test]
    public void The_row_itself_is_refused_where_it_would_ring_for_ever()
    {
        var row = DatabaseAlarms
            .Rows(new("database", "db", "db.t3.micro", 80), new())
            .Single(row => row.Key == "database-freeable-memory");

        Assert.That(
            AlarmRowCheck.Problems(row).Select(problem => problem.Text),
            Has.One.EndsWith("the alarm would ring for ever")
        );
    }

    private static string Line(AlarmRow row) =>
        $"{row.Key}: {row.Severity}, {row.Metric!.Name} {row.Metric.Statistic} {row.Comparison} {row.Threshold}, "
        + $"{row.PeriodSeconds} s x{row.EvaluationPeriods}, {row.MissingData}";
}
