using Infra.Data;
using Infra.Settings.Alarms;

namespace Infra.Observability.Alarms;

/// <summary>The alarms of one database instance.</summary>
internal static class DatabaseAlarms
{
    private const double GiB = 1L << 30;
    private const double MiB = 1L << 20;

    /// <summary>The rows.</summary>
    public static IEnumerable<AlarmRow> Rows(DatabaseWatch watch, DatabaseAlarmSettings thresholds)
    {
        yield return Percent(
            "cpu",
            AlertSeverity.High,
            $"Alert when CPU of {watch.Identifier} exceeds",
            thresholds.CpuPercent
        ) with
        {
            Metric = Metric(watch, "CPUUtilization"),
        };
        yield return Low(
            "free-storage",
            $"Alert when less than {thresholds.FreeStorageGiB} GiB of storage of {watch.Identifier} are free",
            thresholds.FreeStorageGiB * GiB
        ) with
        {
            Metric = Metric(watch, "FreeStorageSpace"),
            Severity = AlertSeverity.Critical,
            EvaluationPeriods = 1,
        };
        yield return Percent(
            "connections",
            AlertSeverity.High,
            $"Alert when connections of {watch.Identifier} exceed",
            thresholds.ConnectionsPercent
        ) with
        {
            Metric = Metric(watch, "DatabaseConnections"),
            Threshold = watch.MaxConnections * thresholds.ConnectionsPercent / 100.0,
            Highest = watch.MaxConnections,
        };
        yield return Low(
            "freeable-memory",
            $"Alert when less than {thresholds.FreeMemoryMiB} MiB of memory of {watch.Identifier} are free",
            thresholds.FreeMemoryMiB * MiB
        ) with
        {
            Metric = Metric(watch, "FreeableMemory"),
            // A quarter of the memory is PostgreSQL's own buffers and never free: small instances need a smaller threshold.
            Highest = InstanceShape.Of(watch.InstanceClass) is { } shape ? shape.MemoryGiB * GiB * 3 / 4 : null,
        };
        // Not BurstBalance, which only gp2 volumes have.
        foreach (var (key, metric) in new[] { ("ebs-byte-balance", "EBSByteBalance%"), ("ebs-io-balance", "EBSIOBalance%") })
            yield return Low(
                key,
                $"Alert when less than {thresholds.StorageBurstPercent}% of the credits {metric} of {watch.Identifier} are left",
                thresholds.StorageBurstPercent
            ) with
            {
                Metric = Metric(watch, metric),
                Highest = 100,
                Runbook = "database.md#storage-burst",
                // Instances large enough to need no credits do not report them.
                MissingData = MissingData.NotBreaching,
            };
        if (watch.HasCpuCredits)
            yield return Low(
                "cpu-credits",
                $"Alert when less than {thresholds.CpuCredits} CPU credits of {watch.Identifier} are left",
                thresholds.CpuCredits
            ) with
            {
                Metric = Metric(watch, "CPUCreditBalance"),
            };
        if (watch.IsReplica)
            yield return Row("lag") with
            {
                Severity = AlertSeverity.High,
                Description = $"Alert when {watch.Identifier} is more than {thresholds.ReplicaLagSeconds} s behind",
                Metric = Metric(watch, "ReplicaLag"),
                Threshold = thresholds.ReplicaLagSeconds,
                // A replica that has stopped following reports no lag at all.
                MissingData = MissingData.Breaching,
            };

        AlarmRow Percent(string key, AlertSeverity severity, string description, int percent) =>
            Row(key) with
            {
                Severity = severity,
                Description = $"{description} {percent}%",
                Threshold = percent,
                Highest = 100,
            };

        AlarmRow Low(string key, string description, double threshold) =>
            Row(key) with
            {
                Description = description,
                Comparison = AlarmComparison.LessThan,
                Threshold = threshold,
            };

        AlarmRow Row(string key) =>
            new()
            {
                Key = $"{watch.Key}-{key}",
                Watches = watch.Thing,
                Severity = AlertSeverity.Warning,
                Description = "",
                Runbook = $"database.md#{key}",
                Threshold = 0,
                MissingData = MissingData.Missing,
            };
    }

    /// <summary>A metric of the instance on average.</summary>
    public static MetricSource Metric(DatabaseWatch watch, string metric) =>
        new MetricSource("AWS/RDS", metric, "Average").Of("DBInstanceIdentifier", watch.Identifier);
}
