using Infra.Settings.Alarms;

namespace Infra.Observability.Alarms;

/// <summary>The alarms of one member of a cache.</summary>
internal static class CacheAlarms
{
    /// <summary>The rows.</summary>
    public static IEnumerable<AlarmRow> Rows(CacheWatch watch, CacheAlarmSettings thresholds)
    {
        yield return Row("engine-cpu", $"Alert when engine CPU of {watch.MemberId} exceeds {thresholds.EngineCpuPercent}%") with
        {
            Severity = AlertSeverity.High,
            // Not CPUUtilization: the engine serves requests on one core, which an average over all cores hides.
            Metric = Metric(watch, "EngineCPUUtilization"),
            Threshold = thresholds.EngineCpuPercent,
            Highest = 100,
        };
        yield return Row("memory", $"Alert when memory of {watch.MemberId} exceeds {thresholds.MemoryPercent}%") with
        {
            Severity = AlertSeverity.High,
            Metric = Metric(watch, "DatabaseMemoryUsagePercentage"),
            Threshold = thresholds.MemoryPercent,
            Highest = 100,
        };
        yield return Row(
            "evictions",
            $"Alert when {watch.MemberId} evicts more than {thresholds.Evictions} keys in five minutes"
        ) with
        {
            Metric = Metric(watch, "Evictions") with { Statistic = "Sum" },
            Threshold = thresholds.Evictions,
            MissingData = MissingData.NotBreaching,
        };
        yield return Row("connections", $"Alert when {watch.MemberId} has more than {thresholds.Connections} connections") with
        {
            Metric = Metric(watch, "CurrConnections"),
            Threshold = thresholds.Connections,
        };
        if (watch.HasReplicas)
            yield return Row(
                "replication-lag",
                $"Alert when {watch.MemberId} is more than {thresholds.ReplicationLagSeconds} s behind"
            ) with
            {
                Severity = AlertSeverity.High,
                Metric = Metric(watch, "ReplicationLag"),
                Threshold = thresholds.ReplicationLagSeconds,
                // The member that leads at the time reports none.
                MissingData = MissingData.NotBreaching,
            };

        AlarmRow Row(string key, string description) =>
            new()
            {
                Key = $"redis-{watch.Member}-{key}",
                Watches = watch.Thing,
                Severity = AlertSeverity.Warning,
                Description = description,
                Runbook = $"cache.md#{key}",
                Threshold = 0,
                MissingData = MissingData.Missing,
            };
    }

    /// <summary>A metric of the member on average.</summary>
    public static MetricSource Metric(CacheWatch watch, string metric) =>
        new MetricSource("AWS/ElastiCache", metric, "Average").Of("CacheClusterId", watch.MemberId);
}
