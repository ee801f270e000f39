using Infra.Settings.Alarms;

namespace Infra.Observability.Alarms;

/// <summary>The alarms of a service of tasks.</summary>
internal static class ServiceAlarms
{
    /// <summary>Key of the alarm that rings when tasks are missing.</summary>
    public const string TasksBelowMinimum = "tasks-below-minimum";

    /// <summary>The rows.</summary>
    public static IEnumerable<AlarmRow> Rows(ServiceWatch watch, ServiceAlarmSettings thresholds)
    {
        yield return Row(
            watch,
            "high-cpu",
            $"Alert when CPU exceeds {thresholds.CpuPercent}%",
            "service.md#high-cpu",
            thresholds.CpuPercent
        ) with
        {
            Metric = Cpu(watch),
        };
        yield return Row(
            watch,
            "high-memory",
            $"Alert when memory exceeds {thresholds.MemoryPercent}%",
            "service.md#high-memory",
            thresholds.MemoryPercent
        ) with
        {
            Metric = Memory(watch),
        };
        if (watch.MinimumTasks > 0)
            yield return new()
            {
                Key = watch.Alarm(TasksBelowMinimum),
                Watches = watch.Thing,
                Severity = AlertSeverity.Critical,
                Description = $"Alert when fewer than {watch.MinimumTasks} tasks run",
                Runbook = "service.md#tasks-below-minimum",
                Metric = RunningTasks(watch),
                Comparison = AlarmComparison.LessThan,
                Threshold = watch.MinimumTasks,
                PeriodSeconds = 60,
                // A service without a task reports nothing: silence is the worst case.
                MissingData = MissingData.Breaching,
            };
    }

    /// <summary>CPU of the tasks. The source names no dimensions, with which the alarm would never have data.</summary>
    public static MetricSource Cpu(ServiceWatch watch) => Of(watch, new("AWS/ECS", "CPUUtilization", "Average"));

    /// <summary>Memory of the tasks.</summary>
    public static MetricSource Memory(ServiceWatch watch) => Of(watch, new("AWS/ECS", "MemoryUtilization", "Average"));

    /// <summary>Tasks that run, which only Container Insights counts.</summary>
    public static MetricSource RunningTasks(ServiceWatch watch) =>
        Of(watch, new("ECS/ContainerInsights", "RunningTaskCount", "Average"));

    private static MetricSource Of(ServiceWatch watch, MetricSource metric) =>
        metric.Of("ClusterName", watch.ClusterName).Of("ServiceName", watch.ServiceName);

    private static AlarmRow Row(ServiceWatch watch, string key, string description, string runbook, int percent) =>
        new()
        {
            Key = watch.Alarm(key),
            Watches = watch.Thing,
            Severity = AlertSeverity.High,
            Description = description,
            Runbook = runbook,
            Threshold = percent,
            Highest = 100,
            // No task, no number; that tasks are missing is told by an alarm of its own.
            MissingData = MissingData.Missing,
        };
}
