using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Settings.Alarms;

namespace Infra.Systems;

/// <summary>The table of alarms of web-platform, row by row as its source has it.</summary>
internal static class WebPlatformAlarms
{
    private const double GiB = 1L << 30;

    /// <summary>Key of the alarm that rings when tasks are missing.</summary>
    public const string TasksLow = "tasks-low";

    /// <summary>Key of the alarm that rings when a target fails its health check.</summary>
    public const string UnhealthyTargets = "unhealthy-targets";

    /// <summary>The rows of the service and of what people see of it.</summary>
    /// <param name="service">The service; one that is meant to run no task is not counted.</param>
    /// <param name="balancer">The load balancer before it.</param>
    /// <param name="thresholds">What counts as trouble.</param>
    public static IEnumerable<AlarmRow> Rows(ServiceWatch service, LoadBalancerWatch balancer, PlatformAlarmSettings thresholds)
    {
        yield return Row("cpu-high", AlertSeverity.Warning, service.Thing, "service.md#high-cpu") with
        {
            Description = $"CPU of the tasks exceeds {thresholds.CpuPercent}%",
            Metric = ServiceAlarms.Cpu(service),
            Threshold = thresholds.CpuPercent,
        };
        yield return Row("memory-high", AlertSeverity.Warning, service.Thing, "service.md#high-memory") with
        {
            Description = $"Memory of the tasks exceeds {thresholds.MemoryPercent}%",
            Metric = ServiceAlarms.Memory(service),
            Threshold = thresholds.MemoryPercent,
        };
        // A stack that stands still on purpose pages nobody: a service that is off or keeps no task has no such alarm, and the stop schedule
        // silences it for the night. Otherwise silence is the worst case, because a service without a task reports nothing.
        if (service.MinimumTasks > 0)
            yield return Row(TasksLow, AlertSeverity.Critical, service.Thing, "service.md#tasks-below-minimum") with
            {
                Description = thresholds.MinimumTasks == 1 ? "No task runs" : $"Fewer than {thresholds.MinimumTasks} tasks run",
                Metric = ServiceAlarms.RunningTasks(service),
                Comparison = AlarmComparison.LessThan,
                Threshold = thresholds.MinimumTasks,
                PeriodSeconds = 60,
                MissingData = MissingData.Breaching,
            };
        yield return LoadBalancerAlarms.OnHosts(
            Row(UnhealthyTargets, AlertSeverity.Critical, LoadBalancerWatch.Thing, "load-balancer.md#unhealthy-hosts") with
            {
                Description = "A target fails its health check",
                Threshold = 0,
                MissingData = MissingData.NotBreaching,
            },
            balancer,
            LoadBalancerAlarms.Unhealthy,
            "Average"
        );
        yield return Row("target-5xx", AlertSeverity.High, LoadBalancerWatch.Thing, "load-balancer.md#target-5xx") with
        {
            Description = $"The application answers with more than {thresholds.TargetErrors} errors in five minutes",
            Metric = LoadBalancerAlarms.TargetErrors(balancer),
            Threshold = thresholds.TargetErrors,
            MissingData = MissingData.NotBreaching,
        };
        yield return Row("response-time-high", AlertSeverity.Warning, LoadBalancerWatch.Thing, "load-balancer.md#latency") with
        {
            Description = $"The application takes more than {thresholds.ResponseMilliseconds} ms on average",
            Metric = LoadBalancerAlarms.ResponseTime(balancer, "Average"),
            Threshold = thresholds.ResponseMilliseconds / 1000.0, // the metric is in seconds
            MissingData = MissingData.NotBreaching,
        };
    }

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
