using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Settings.Alarms;

namespace Infra.Systems;

/// <summary>The table of alarms of web-platform, row by row as its source has it.</summary>
internal static class WebPlatformAlarms
{
    private const double GiB = 1L << 30;

    /// <summary>Key of the alarm that rings when tasks are missing.</summary>
    public const string TasksLow = PlatformAlarms.TasksLow;

    /// <summary>Key of the alarm that rings when a target fails its health check.</summary>
    public const string UnhealthyTargets = PlatformAlarms.UnhealthyTargets;

    /// <summary>The rows of the service and of what people see of it.</summary>
    /// <param name="service">The service; one that is meant to run no task is not counted.</param>
    /// <param name="balancer">The load balancer before it.</param>
    /// <param name="thresholds">What counts as trouble.</param>
    public static IEnumerable<AlarmRow> Rows(
        ServiceWatch service,
        LoadBalancerWatch balancer,
        PlatformAlarmSettings thresholds
    ) => [.. PlatformAlarms.Tasks(service, thresholds), .. PlatformAlarms.Targets(balancer, thresholds)];

    /// <summary>The rows of the database, where the stack has one.</summary>
    public static IEnumerable<AlarmRow> Database(DatabaseWatch database, PlatformAlarmSettings thresholds) =>
        [
            Row("database-cpu-high", AlertSeverity.Warning, database.Thing, "database.md#cpu") with
            {
                Description = $"CPU of the database exceeds {thresholds.DatabaseCpuPercent}%",
                Metric = DatabaseAlarms.Metric(database, "CPUUtilization"),
                Threshold = thresholds.DatabaseCpuPercent,
            },
            Row("database-storage-low", AlertSeverity.Critical, database.Thing, "database.md#free-storage") with
            {
                Description = $"Less than {thresholds.FreeStorageGiB} GiB of the database's storage are free",
                Metric = DatabaseAlarms.Metric(database, "FreeStorageSpace"),
                Comparison = AlarmComparison.LessThan,
                Threshold = thresholds.FreeStorageGiB * GiB,
                EvaluationPeriods = 1,
            },
            Row("database-connections-high", AlertSeverity.Warning, database.Thing, "database.md#connections") with
            {
                Description = $"More than {thresholds.Connections} connections to the database",
                Metric = DatabaseAlarms.Metric(database, "DatabaseConnections"),
                Threshold = thresholds.Connections,
            },
        ];

    private static AlarmRow Row(string key, AlertSeverity severity, string thing, string runbook) =>
        new()
        {
            Key = key,
            Watches = thing,
            Severity = severity,
            Description = "",
            Runbook = runbook,
            Threshold = 0,
            MissingData = MissingData.Missing,
        };
}
