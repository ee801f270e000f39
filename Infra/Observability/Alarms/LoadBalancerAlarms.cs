using System.Collections.Immutable;
using Infra.Settings.Alarms;

namespace Infra.Observability.Alarms;

/// <summary>The alarms of a load balancer: what users see of the service.</summary>
internal static class LoadBalancerAlarms
{
    private const string TargetGroup = "TargetGroup";

    /// <summary>Key of the alarm that rings when no task is healthy.</summary>
    public const string NoHealthyHosts = "no-healthy-hosts";

    /// <summary>Key of the alarm that rings when the load balancer reaches no task.</summary>
    public const string LoadBalancerErrors = "elb-5xx";

    /// <summary>How many targets serve.</summary>
    public const string Healthy = "HealthyHostCount";

    /// <summary>How many targets fail their health check.</summary>
    public const string Unhealthy = "UnHealthyHostCount";

    /// <summary>The rows.</summary>
    public static IEnumerable<AlarmRow> Rows(LoadBalancerWatch watch, LoadBalancerAlarmSettings thresholds) =>
        [
            OnHosts(
                Row("unhealthy-hosts", AlertSeverity.Critical, "Alert when a task fails its health check", 0),
                watch,
                Unhealthy,
                "Maximum"
            ),
            // Not Minimum: a zone without a task of its own may report 0.
            OnHosts(
                Row(NoHealthyHosts, AlertSeverity.Critical, "Alert when no task is healthy", 1),
                watch,
                Healthy,
                "Maximum"
            ) with
            {
                Comparison = AlarmComparison.LessThan,
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
    public static MetricSource TargetErrors(LoadBalancerWatch watch) => Answers(watch, "HTTPCode_Target_5XX_Count", "Sum");

    /// <summary>How long the application takes, in seconds.</summary>
    public static MetricSource ResponseTime(LoadBalancerWatch watch, string statistic) =>
        Answers(watch, "TargetResponseTime", statistic);

    /// <summary>A metric of what the targets answered, whichever target group serves: nobody else is behind the load balancer.</summary>
    public static MetricSource Answers(LoadBalancerWatch watch, string metric, string statistic) =>
        watch.OtherTargetGroup is null ? Targets(watch, metric, statistic) : Balancer(watch, metric, statistic);

    /// <summary>The row with a count of targets, of the target group that has more: CloudWatch counts them only for each group.</summary>
    public static AlarmRow OnHosts(AlarmRow row, LoadBalancerWatch watch, string metric, string statistic)
    {
        var main = Targets(watch, metric, statistic);
        return watch.OtherTargetGroup is not { } other
            ? row with
            {
                Metric = main,
                PeriodSeconds = 60,
            }
            : row with
            {
                // Of all inputs, as a maximum leaves out those that have nothing to say.
                Formula = new("MAX(METRICS())", metric)
                {
                    Inputs = ImmutableSortedDictionary
                        .Create<string, MetricSource>(StringComparer.Ordinal)
                        .Add("main", main)
                        .Add("other", main.Of(TargetGroup, other)),
                },
                PeriodSeconds = 60,
            };
    }

    /// <summary>A metric of the load balancer as a whole.</summary>
    public static MetricSource Balancer(LoadBalancerWatch watch, string metric, string statistic) =>
        new MetricSource("AWS/ApplicationELB", metric, statistic).Of("LoadBalancer", watch.LoadBalancer);

    /// <summary>A metric of each of its target groups.</summary>
    public static IEnumerable<MetricSource> EachGroup(LoadBalancerWatch watch, string metric, string statistic)
    {
        var main = Targets(watch, metric, statistic);
        yield return main;
        if (watch.OtherTargetGroup is { } other)
            yield return main.Of(TargetGroup, other);
    }

    private static MetricSource Targets(LoadBalancerWatch watch, string metric, string statistic) =>
        Balancer(watch, metric, statistic).Of(TargetGroup, watch.TargetGroup);

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
