using Infra.Settings.Alarms;

namespace Infra.Observability.Alarms;

/// <summary>The alarms of a web ACL.</summary>
internal static class WafAlarms
{
    /// <summary>The rows.</summary>
    public static IEnumerable<AlarmRow> Rows(WafWatch watch, WafAlarmSettings thresholds) =>
        [
            new()
            {
                Key = "waf-blocked-requests",
                Watches = WafWatch.Thing,
                Severity = AlertSeverity.Warning,
                Description = $"Alert when more than {thresholds.BlockedRequests} requests are blocked in five minutes",
                Runbook = "waf.md#blocked-requests",
                Metric = Blocked(watch),
                Threshold = thresholds.BlockedRequests,
                EvaluationPeriods = 1,
                MissingData = MissingData.NotBreaching,
            },
        ];

    /// <summary>Requests that any rule blocked.</summary>
    public static MetricSource Blocked(WafWatch watch) => Requests(watch, "BlockedRequests");

    /// <summary>Requests with an outcome, over all rules.</summary>
    public static MetricSource Requests(WafWatch watch, string outcome)
    {
        var metric = new MetricSource("AWS/WAFV2", outcome, "Sum").Of("WebACL", watch.MetricName).Of("Rule", "ALL");
        return watch.Region is { } region ? metric.Of("Region", region) : metric;
    }
}
