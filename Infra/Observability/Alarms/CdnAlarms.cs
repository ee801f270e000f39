using System.Collections.Immutable;
using System.Globalization;
using Infra.Settings.Alarms;

namespace Infra.Observability.Alarms;

/// <summary>The alarms of a distribution of CloudFront.</summary>
internal static class CdnAlarms
{
    private const int AllPercent = 100;

    /// <summary>The rows.</summary>
    public static IEnumerable<AlarmRow> Rows(CdnWatch watch, CdnAlarmSettings thresholds) =>
        [
            Row("5xx", AlertSeverity.High, "errors of servers", thresholds.ErrorPercent, watch, thresholds),
            // An origin that does not take the header any more answers everybody with 403.
            Row("4xx", AlertSeverity.Warning, "refusals", thresholds.RefusedPercent, watch, thresholds),
        ];

    /// <summary>A metric of the distribution.</summary>
    public static MetricSource Metric(CdnWatch watch, string metric, string statistic) =>
        new MetricSource("AWS/CloudFront", metric, statistic).Of("DistributionId", watch.DistributionId).Of("Region", "Global");

    private static AlarmRow Row(
        string codes,
        AlertSeverity severity,
        string what,
        int percent,
        CdnWatch watch,
        CdnAlarmSettings thresholds
    ) =>
        new()
        {
            Key = $"cdn-{codes}",
            Watches = CdnWatch.Thing,
            Severity = severity,
            Description = $"Alert when more than {percent} % of the answers of the CDN are {what}",
            Runbook = $"cdn.md#cdn-{codes}",
            Formula = new(
                // The share of two requests says nothing.
                string.Create(CultureInfo.InvariantCulture, $"IF(requests>={thresholds.MinimumRequests},errors,0)"),
                $"{codes} (%)"
            )
            {
                Inputs = ImmutableSortedDictionary<string, MetricSource>
                    .Empty.Add("errors", Metric(watch, $"{codes}ErrorRate", "Average"))
                    .Add("requests", Metric(watch, "Requests", "Sum")),
            },
            Threshold = percent,
            Highest = AllPercent,
            MissingData = MissingData.NotBreaching,
        };
}
