using Infra.Settings.Alarms;

namespace Infra.Observability.Alarms;

/// <summary>The alarms of a load balancer: what users see of the service.</summary>
internal static class LoadBalancerAlarms
{
    /// <summary>Key of the alarm that rings when no task is healthy.</summary>
    public const string NoHealthyHosts = "no-healthy-hosts";

    /// <summary>Key of the alarm that rings when the load balancer reaches no task.</summary>
    public const string LoadBalancerErrors = "elb-5xx";

    /// <summary>The rows.</summary>
    public static IEnumerable<AlarmRow> Rows(LoadBalancerWatch watch, LoadBalancerAlarmSettings thresholds) =>
        [
            Row("unhealthy-hosts", AlertSeverity.Critical, "Alert when a task fails its health check", 0) with
            {
                Metric = Targets(watch, "UnHealthyHostCount", "Maximum"),
                PeriodSeconds = 60,
            },
            Row(NoHealthyHosts, AlertSeverity.Critical, "Alert when no task is healthy", 1) with
            {
                // Not Minimum: a zone without a task of its own may report 0.
                Metric = Targets(watch, "HealthyHostCount", "Maximum"),
                Comparison = AlarmComparison.LessThan,
                PeriodSeconds = 60,
            },
            Row(
                "target-5xx",
                AlertSeverity.High,
                $"Alert when the application answers with more than {thresholds.TargetErrors} errors in five minutes",
                thresholds.TargetErrors
            ) with
            {
                Metric = TargetErrors(watch),
            },
            Row(
                LoadBalancerErrors,
                AlertSeverity.High,
                $"Alert when the load balancer answers with more than {thresholds.LoadBalancerErrors} errors in five minutes",
                thresholds.LoadBalancerErrors
            ) with
            {
                Metric = Balancer(watch, "HTTPCode_ELB_5XX_Count", "Sum"),
            },
            Latency(watch, "p95", thresholds.LatencyP95Milliseconds),
            Latency(watch, "p99", thresholds.LatencyP99Milliseconds),
            Row(
                "rejected-connections",
                AlertSeverity.High,
                $"Alert when more than {thresholds.RejectedConnections} connections are turned away in five minutes",
                thresholds.RejectedConnections
            ) with
            {
                Metric = Balancer(watch, "RejectedConnectionCount", "Sum"),
            },
        ];

    /// <summary>Errors of the application.</summary>
    public static MetricSource TargetErrors(LoadBalancerWatch watch) => Targets(watch, "HTTPCode_Target_5XX_Count", "Sum");

    /// <summary>How long the application takes, in seconds.</summary>
    public static MetricSource ResponseTime(LoadBalancerWatch watch, string statistic) =>
        Targets(watch, "TargetResponseTime", statistic);

    /// <summary>A metric of the load balancer as a whole.</summary>
    public static MetricSource Balancer(LoadBalancerWatch watch, string metric, string statistic) =>
        new MetricSource("AWS/ApplicationELB", metric, statistic).Of("LoadBalancer", watch.LoadBalancer);

    /// <summary>A metric of its targets.</summary>
    public static MetricSource Targets(LoadBalancerWatch watch, string metric, string statistic) =>
        Balancer(watch, metric, statistic).Of("TargetGroup", watch.TargetGroup);

    private static AlarmRow Latency(LoadBalancerWatch watch, string percentile, int milliseconds) =>
        Row(
            $"latency-{percentile}",
            AlertSeverity.Warning,
            $"Alert when {percentile} of the response time exceeds {milliseconds} ms",
            milliseconds / 1000.0 // the metric is in seconds
        ) with
        {
            Metric = ResponseTime(watch, percentile),
            Runbook = "load-balancer.md#latency",
        };

    private static AlarmRow Row(string key, AlertSeverity severity, string description, double threshold) =>
        new()
        {
            Key = key,
            Watches = LoadBalancerWatch.Thing,
            Severity = severity,
            Description = description,
            Runbook = $"load-balancer.md#{key}",
            Threshold = threshold,
            // Counters report nothing while there is nothing to count, and an idle load balancer nothing at all. That tasks are missing is
            // told by an alarm of their own, to which silence is the worst case.
            MissingData = MissingData.NotBreaching,
        };
}
