using Infra.Settings.Alarms;

namespace Infra.Observability.Alarms;

/// <summary>
/// The table of alarms that web-platform's source has, row by row, for any service of tasks. neuraknot's source names what to watch but no
/// thresholds, and has these.
/// </summary>
internal static class PlatformAlarms
{
    private const double GiB = 1L << 30;

    /// <summary>Key of the alarm that rings when tasks are missing.</summary>
    public const string TasksLow = "tasks-low";

    /// <summary>Key of the alarm that rings when a target fails its health check.</summary>
    public const string UnhealthyTargets = "unhealthy-targets";

    /// <summary>The rows of a service's tasks.</summary>
    /// <param name="service">The service; one that is meant to run no task is not counted.</param>
    /// <param name="thresholds">What counts as trouble.</param>
    public static IEnumerable<AlarmRow> Tasks(ServiceWatch service, PlatformAlarmSettings thresholds)
    {
        var of = service.Key is { } key ? $" of {key}" : "";
        yield return Row(service.Alarm("cpu-high"), AlertSeverity.Warning, service.Thing, "service.md#high-cpu") with
        {
            Description = $"CPU of the tasks{of} exceeds {thresholds.CpuPercent}%",
            Metric = ServiceAlarms.Cpu(service),
            Threshold = thresholds.CpuPercent,
        };
        yield return Row(service.Alarm("memory-high"), AlertSeverity.Warning, service.Thing, "service.md#high-memory") with
        {
            Description = $"Memory of the tasks{of} exceeds {thresholds.MemoryPercent}%",
            Metric = ServiceAlarms.Memory(service),
            Threshold = thresholds.MemoryPercent,
        };
        // A stack that stands still on purpose pages nobody: a service that is off or keeps no task has no such alarm, and the stop schedule
        // silences it for the night. Otherwise silence is the worst case, because a service without a task reports nothing.
        if (service.MinimumTasks > 0)
            yield return Row(
                service.Alarm(TasksLow),
                AlertSeverity.Critical,
                service.Thing,
                "service.md#tasks-below-minimum"
            ) with
            {
                Description =
                    thresholds.MinimumTasks == 1 ? $"No task{of} runs" : $"Fewer than {thresholds.MinimumTasks} tasks{of} run",
                Metric = ServiceAlarms.RunningTasks(service),
                Comparison = AlarmComparison.LessThan,
                Threshold = thresholds.MinimumTasks,
                PeriodSeconds = 60,
                MissingData = MissingData.Breaching,
            };
    }

    /// <summary>The rows of what people see of a service through a load balancer.</summary>
    /// <param name="balancer">The load balancer before it.</param>
    /// <param name="thresholds">What counts as trouble.</param>
    public static IEnumerable<AlarmRow> Targets(LoadBalancerWatch balancer, PlatformAlarmSettings thresholds)
    {
        var application = balancer.Key ?? "The application";
        yield return LoadBalancerAlarms.OnHosts(
            Of(balancer, UnhealthyTargets, AlertSeverity.Critical, "unhealthy-hosts") with
            {
                Description = balancer.Key is { } key
                    ? $"A target of {key} fails its health check"
                    : "A target fails its health check",
            },
            balancer,
            LoadBalancerAlarms.Unhealthy,
            "Average"
        );
        yield return Of(balancer, "target-5xx", AlertSeverity.High, "target-5xx") with
        {
            Description = $"{application} answers with more than {thresholds.TargetErrors} errors in five minutes",
            Metric = LoadBalancerAlarms.TargetErrors(balancer),
            Threshold = thresholds.TargetErrors,
        };
        yield return Of(balancer, "response-time-high", AlertSeverity.Warning, "latency") with
        {
            Description = $"{application} takes more than {thresholds.ResponseMilliseconds} ms on average",
            Metric = LoadBalancerAlarms.ResponseTime(balancer, "Average"),
            Threshold = thresholds.ResponseMilliseconds / 1000.0, // the metric is in seconds
        };
    }

    /// <summary>The rows of the database.</summary>
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

    // An idle load balancer reports nothing.
    private static AlarmRow Of(LoadBalancerWatch balancer, string key, AlertSeverity severity, string section) =>
        Row(balancer.Alarm(key), severity, balancer.Targets, $"load-balancer.md#{section}") with
        {
            MissingData = MissingData.NotBreaching,
        };

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
