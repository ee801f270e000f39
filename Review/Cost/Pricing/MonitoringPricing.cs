using Review.Cost.Usage;
using Review.Model;
using Review.Model.Aws;

namespace Review.Cost.Pricing;

/// <summary>CloudWatch and X-Ray: alarms, dashboards, logs, metrics, canaries, insights.</summary>
internal static class MonitoringPricing
{
    // An alarm on an anomaly looks at the metric and at both edges of its band.
    private const decimal AnomalyMetrics = 3;

    private const decimal TrackingAlarms = 2;

    // Below a minute a metric is of high resolution.
    private const double StandardSeconds = 60;

    private const decimal Enhanced = 100;

    /// <summary>The rules.</summary>
    public static readonly PricingRule[] Rules =
    [
        new(Tokens.MetricAlarm, Alarm),
        new(Tokens.CompositeAlarm, static bill => bill.Fixed("alarm-composite", 1)),
        new("aws:cloudwatch/dashboard:Dashboard", static bill => bill.Fixed("dashboard", 1)),
        new(
            "aws:cloudwatch/logMetricFilter:LogMetricFilter",
            static bill => bill.Fixed("custom-metric", 1, "less in months in which it counts nothing")
        ),
        new(
            "aws:cloudwatch/queryDefinition:QueryDefinition",
            static bill => bill.Usage("logs-scan", bill.Assume(UsageSettings.LogScanGb))
        ),
        new("aws:ecs/cluster:Cluster", Insights),
        new("aws:synthetics/canary:Canary", Canary),
        new("aws:appautoscaling/policy:Policy", Scaling),
        new("aws:xray/group:Group", Group),
        new("aws:xray/samplingRule:SamplingRule", static bill => bill.Free("traces are paid where they are recorded")),
    ];

    private static void Alarm(Bill bill)
    {
        var queries = bill["metricQueries"];
        if (queries.IsUnknown)
        {
            bill.NotKnown("metricQueries");
            return;
        }
        if (
            queries.Items.Any(query => query["expression"].Text?.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) == true)
        )
        {
            bill.NotPriced("all of it", "an alarm on a query is paid by the metrics that the query finds");
            return;
        }
        var metrics = queries.Items.Where(query => !query["metric"].IsMissing).ToList();
        var periods = metrics.Count == 0 ? [bill["period"]] : metrics.Select(query => query["metric.period"]);
        var isHigh = periods.Any(period => period.Number < StandardSeconds);
        var isAnomaly = !bill["thresholdMetricId"].IsMissing;
        bill.Fixed(
            isHigh ? "alarm-high" : "alarm",
            Math.Max(1, metrics.Count) * (isAnomaly ? AnomalyMetrics : 1),
            isAnomaly ? "on an anomaly: the metric and both edges of its band"
                : metrics.Count > 1 ? $"on {metrics.Count} metrics"
                : null
        );
    }

    // AWS makes an alarm for more and one for less of each tracked metric, which are in no plan.
    private static void Scaling(Bill bill)
    {
        if (bill.Text("policyType", "StepScaling") == "TargetTrackingScaling")
            bill.Fixed("alarm", TrackingAlarms, "made by Application Auto Scaling");
        else
            bill.Free("scaling costs nothing; alarms that start it are priced themselves");
    }

    private static void Insights(Bill bill)
    {
        var setting = bill["settings"]
            .Items.FirstOrDefault(setting => setting["name"].Text == "containerInsights", Value.Missing);
        switch (setting["value"].IsSecret ? "that is a secret" : setting["value"].Text)
        {
            case "enabled":
                bill.Usage("custom-metric", bill.Assume(UsageSettings.InsightsMetrics), "Container Insights");
                break;
            case "enhanced":
                bill.Usage(
                    "insights-enhanced-metric",
                    bill.Assume(
                        UsageSettings.InsightsMetrics,
                        planned: Enhanced,
                        why: "enhanced observability has metrics of each task and container too"
                    ),
                    "Container Insights with enhanced observability"
                );
                break;
            case null or "disabled":
                bill.Free("tasks are paid with their service, and Container Insights is off");
                break;
            case var other:
                bill.NotPriced("Container Insights", $"there is no rule for the value {other}");
                break;
        }
    }

    private static void Canary(Bill bill)
    {
        var expression = Bill.Plain(bill["schedule.expression"]);
        if (ScheduleRuns.PerMonth(expression) is { } runs)
            bill.Fixed("canary-run", runs, expression);
        else
            bill.NotPriced("runs", $"how often {expression ?? "its schedule"} runs is not known");
    }

    private static void Group(Bill bill)
    {
        if (bill["insightsConfiguration.insightsEnabled"].Bool == true)
            bill.Usage("xray-insights", bill.Assume(UsageSettings.Traces, Tracing.Recorders(bill.Stack)), "Insights");
        else
            bill.Free("a group is a filter; traces are paid where they are recorded");
    }
}
