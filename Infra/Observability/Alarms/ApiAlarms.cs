using Infra.Settings.Alarms;

namespace Infra.Observability.Alarms;

/// <summary>The alarms of a REST API: what callers see of it.</summary>
internal static class ApiAlarms
{
    /// <summary>The rows.</summary>
    public static IEnumerable<AlarmRow> Rows(ApiWatch watch, ApiAlarmSettings thresholds) =>
        [
            Row(
                watch,
                "server-errors",
                AlertSeverity.High,
                $"Alert when {watch.ApiName} answers with more than {thresholds.ServerErrors} errors of its own in five minutes"
            ) with
            {
                Metric = Metric(watch, "5XXError", "Sum"),
                Threshold = thresholds.ServerErrors,
            },
            Row(
                watch,
                "latency",
                AlertSeverity.Warning,
                $"Alert when p95 of {watch.ApiName} takes more than {thresholds.LatencyP95Milliseconds} ms"
            ) with
            {
                Metric = Metric(watch, "Latency", "p95"),
                Threshold = thresholds.LatencyP95Milliseconds,
            },
        ];

    /// <summary>A metric of the stage. The source names no dimensions, with which it would be every API of the account.</summary>
    public static MetricSource Metric(ApiWatch watch, string metric, string statistic) =>
        new MetricSource("AWS/ApiGateway", metric, statistic).Of("ApiName", watch.ApiName).Of("Stage", watch.Stage);

    private static AlarmRow Row(ApiWatch watch, string key, AlertSeverity severity, string description) =>
        new()
        {
            Key = $"{watch.Key}-{key}",
            Watches = watch.Thing,
            Severity = severity,
            Description = description,
            Runbook = $"api.md#{key}",
            Threshold = 0,
            // An API that nobody calls says nothing.
            MissingData = MissingData.NotBreaching,
        };
}
