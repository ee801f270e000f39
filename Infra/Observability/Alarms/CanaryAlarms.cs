using Infra.Settings.Alarms;

namespace Infra.Observability.Alarms;

/// <summary>The alarm of a canary: nobody outside gets an answer.</summary>
internal static class CanaryAlarms
{
    private const int ShortestPeriodSeconds = 300;

    /// <summary>The rows.</summary>
    public static IEnumerable<AlarmRow> Rows(CanaryWatch watch, CanaryAlarmSettings thresholds) =>
        [
            new()
            {
                Key = $"{watch.Key}-failing",
                Watches = watch.Thing,
                Severity = AlertSeverity.Critical,
                Description = $"Alert when less than {thresholds.SuccessPercent}% of the requests of {watch.CanaryName} succeed",
                Runbook = "canary.md#failing",
                Metric = Success(watch),
                Comparison = AlarmComparison.LessThan,
                Threshold = thresholds.SuccessPercent,
                Highest = 100,
                // Each period must hold a run, or it would be silent.
                PeriodSeconds = Math.Max(ShortestPeriodSeconds, watch.EveryMinutes * 60),
                // A canary that runs always says something: silence means that nobody watches.
                MissingData = MissingData.Breaching,
            },
        ];

    /// <summary>The share of runs that succeeded.</summary>
    public static MetricSource Success(CanaryWatch watch) =>
        new MetricSource("CloudWatchSynthetics", "SuccessPercent", "Average").Of("CanaryName", watch.CanaryName);
}
