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
            new()
            {
                Key = "cdn-5xx",
                Watches = CdnWatch.Thing,
                Severity = AlertSeverity.High,
                Description = $"Alert when more than {thresholds.ErrorPercent} % of the answers of the CDN are errors of servers",
                Runbook = "cdn.md#cdn-5xx",
                Formula = new(
                    // The share of two requests says nothing.
                    string.Create(CultureInfo.InvariantCulture, $"IF(requests>={thresholds.MinimumRequests},errors,0)"),
                    "5xx (%)"
                )
                {
                    Inputs = ImmutableSortedDictionary<string, MetricSource>
                        .Empty.Add("errors", Metric(watch, "5xxErrorRate", "Average"))
                        .Add("requests", Metric(watch, "Requests", "Sum")),
                },
                Threshold = thresholds.ErrorPercent,
                Highest = AllPercent,
                MissingData = MissingData.NotBreaching,
            },
        ];

    /// <summary>A metric of the distribution.</summary>
    public static MetricSource Metric(CdnWatch watch, string metric, string statistic) =>
        new MetricSource("AWS/CloudFront", metric, statistic).Of("DistributionId", watch.DistributionId).Of("Region", "Global");
}
