using System.Collections.Immutable;
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

    /// <summary>The row of what callers do wrong, for an API whose callers are known: a page that was broken, or somebody who tries keys.</summary>
    public static AlarmRow CallerErrors(ApiWatch watch, CallerAlarmSettings thresholds) =>
        Row(
            watch,
            "caller-errors",
            AlertSeverity.Warning,
            $"Alert when {watch.ApiName} turns away more than {thresholds.Percent} % of its requests, of {thresholds.Fewest} at least"
        ) with
        {
            Formula = CallerErrors(watch, thresholds.Fewest),
            Threshold = thresholds.Percent,
        };

    /// <summary>Share of the requests that were answered with 400 to 499, in percent; 0 while there are too few to tell.</summary>
    public static MetricFormula CallerErrors(ApiWatch watch, int fewest) =>
        new($"IF(n>={fewest},100*e/n,0)", "turned away (%)")
        {
            Inputs = ImmutableSortedDictionary
                .Create<string, MetricSource>(StringComparer.Ordinal)
                .Add("e", Metric(watch, "4XXError", "Sum"))
                .Add("n", Metric(watch, "Count", "Sum")),
        };

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
