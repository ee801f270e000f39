using Infra.Settings.Alarms;

namespace Infra.Observability.Alarms;

/// <summary>The alarms of a proxy of RDS.</summary>
internal static class DatabaseProxyAlarms
{
    // Numbers of connections are told once a minute by each machine of the proxy: their sum over one minute is the number of the proxy, over
    // five it would be five times as many.
    private const int Minute = 60;
    private const int Minutes = 5;
    private const double MicrosecondsEachMillisecond = 1000;

    /// <summary>The rows.</summary>
    public static IEnumerable<AlarmRow> Rows(DatabaseProxyWatch watch, DatabaseProxyAlarmSettings thresholds)
    {
        yield return Row(
            watch,
            "connections",
            AlertSeverity.High,
            $"Alert when {watch.ProxyName} uses more than {thresholds.ConnectionsPercent}% of its {watch.Connections} connections to the database"
        ) with
        {
            Metric = Count(watch, "DatabaseConnections"),
            Threshold = watch.Connections * thresholds.ConnectionsPercent / 100.0,
            Highest = watch.Connections,
            PeriodSeconds = Minute,
            EvaluationPeriods = Minutes,
        };
        yield return Row(
            watch,
            "clients",
            AlertSeverity.Warning,
            $"Alert when more than {thresholds.Clients} connections of applications to {watch.ProxyName} are open"
        ) with
        {
            Metric = Count(watch, "ClientConnections"),
            Threshold = thresholds.Clients,
            PeriodSeconds = Minute,
            EvaluationPeriods = Minutes,
        };
        yield return Row(
            watch,
            "borrow-latency",
            AlertSeverity.High,
            $"Alert when applications wait more than {thresholds.BorrowMilliseconds} ms for a connection of {watch.ProxyName}"
        ) with
        {
            Metric = Metric(watch, "DatabaseConnectionsBorrowLatency", "Average"),
            Threshold = thresholds.BorrowMilliseconds * MicrosecondsEachMillisecond,
        };
        yield return Row(
            watch,
            "availability",
            AlertSeverity.Critical,
            $"Alert when {watch.ProxyName} reaches its database less than {thresholds.AvailabilityPercent}% of the time"
        ) with
        {
            Metric = Availability(watch),
            Comparison = AlarmComparison.LessThan,
            Threshold = thresholds.AvailabilityPercent,
            Highest = 100,
            PeriodSeconds = Minute,
            EvaluationPeriods = Minutes,
            // Silent until somebody has connected once.
            MissingData = MissingData.Missing,
        };
        yield return Row(
            watch,
            "sign-ins",
            AlertSeverity.Warning,
            $"Alert when {watch.ProxyName} turns away more than {thresholds.FailedSignIns} sign-ins in five minutes"
        ) with
        {
            Metric = Metric(watch, "ClientConnectionsSetupFailedAuth", "Sum"),
            Threshold = thresholds.FailedSignIns,
        };
        yield return Row(
            watch,
            "failed-connections",
            AlertSeverity.High,
            $"Alert when more than {thresholds.FailedConnections} connections of {watch.ProxyName} to the database fail in five minutes"
        ) with
        {
            Metric = Metric(watch, "DatabaseConnectionsSetupFailed", "Sum"),
            Threshold = thresholds.FailedConnections,
        };
        yield return Row(
            watch,
            "pinned",
            AlertSeverity.Warning,
            $"Alert when applications keep more than {thresholds.PinnedPercent}% of the connections of {watch.ProxyName} to themselves"
        ) with
        {
            Metric = Count(watch, "DatabaseConnectionsCurrentlySessionPinned"),
            Threshold = watch.Connections * thresholds.PinnedPercent / 100.0,
            Highest = watch.Connections,
            PeriodSeconds = Minute,
            EvaluationPeriods = Minutes,
        };
    }

    /// <summary>A number of connections, which is summed over the machines of the proxy; only of minutes.</summary>
    public static MetricSource Count(DatabaseProxyWatch watch, string metric) => Metric(watch, metric, "Sum");

    /// <summary>A metric of the proxy.</summary>
    public static MetricSource Metric(DatabaseProxyWatch watch, string metric, string statistic) =>
        new MetricSource("AWS/RDS", metric, statistic).Of("ProxyName", watch.ProxyName);

    /// <summary>The share of the time in which it reaches the database, the one metric that only targets have.</summary>
    public static MetricSource Availability(DatabaseProxyWatch watch) =>
        Metric(watch, "AvailabilityPercentage", "Average").Of("TargetGroup", "default").Of("TargetRole", "READ_WRITE");

    private static AlarmRow Row(DatabaseProxyWatch watch, string key, AlertSeverity severity, string description) =>
        new()
        {
            Key = $"{watch.Key}-{key}",
            Watches = watch.Thing,
            Severity = severity,
            Description = description,
            Runbook = $"database.md#proxy-{key}",
            Threshold = 0,
            // A proxy to which nobody connects says nothing.
            MissingData = MissingData.NotBreaching,
        };
}
