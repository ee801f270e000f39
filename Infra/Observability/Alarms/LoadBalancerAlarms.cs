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

    /// <summary>The rows of a load balancer with one service.</summary>
    public static IEnumerable<AlarmRow> Rows(LoadBalancerWatch watch, LoadBalancerAlarmSettings thresholds) =>
        [
            .. Hosts(watch),
            Application(watch, thresholds),
            Unreached(watch, thresholds),
            .. Latencies(watch, thresholds),
            Rejected(watch, thresholds),
        ];

    /// <summary>Of several services behind a load balancer the rows of one: what its users see.</summary>
    /// <param name="watch">Its target group, with its key.</param>
    /// <param name="thresholds">What counts as trouble.</param>
    public static IEnumerable<AlarmRow> Targets(LoadBalancerWatch watch, LoadBalancerAlarmSettings thresholds) =>
        [.. Hosts(watch), Application(watch, thresholds), .. Latencies(watch, thresholds)];

    /// <summary>The rows of a load balancer as a whole, once for all services behind it.</summary>
    /// <param name="watch">The load balancer, with any of its target groups.</param>
    /// <param name="thresholds">What counts as trouble.</param>
    public static IEnumerable<AlarmRow> Whole(LoadBalancerWatch watch, LoadBalancerAlarmSettings thresholds) =>
        [Unreached(watch, thresholds), Rejected(watch, thresholds)];

    /// <summary>The row that rings when far more requests come than there should be: a campaign, an attack or a loop in a client.</summary>
    /// <param name="watch">The load balancer.</param>
    /// <param name="most">Requests in five minutes.</param>
    public static AlarmRow Requests(LoadBalancerWatch watch, int most) =>
        WholeRow("many-requests", AlertSeverity.Warning, $"Alert when more than {most} requests come in five minutes", most) with
        {
            Metric = Balancer(watch, "RequestCount", "Sum"),
        };

    /// <summary>Errors of the application.</summary>
    public static MetricSource TargetErrors(LoadBalancerWatch watch) => Answers(watch, "HTTPCode_Target_5XX_Count", "Sum");

    /// <summary>How long the application takes, in seconds.</summary>
    public static MetricSource ResponseTime(LoadBalancerWatch watch, string statistic) =>
        Answers(watch, "TargetResponseTime", statistic);

    /// <summary>A metric of what the targets answered, whichever target group serves: nobody else is behind the load balancer.</summary>
    public static MetricSource Answers(LoadBalancerWatch watch, string metric, string statistic) =>
        watch.OtherTargetGroup is null ? Group(watch, metric, statistic) : Balancer(watch, metric, statistic);

    /// <summary>The row with a count of targets, of the target group that has more: CloudWatch counts them only for each group.</summary>
    public static AlarmRow OnHosts(AlarmRow row, LoadBalancerWatch watch, string metric, string statistic)
    {
        var main = Group(watch, metric, statistic);
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
        var main = Group(watch, metric, statistic);
        yield return main;
        if (watch.OtherTargetGroup is { } other)
            yield return main.Of(TargetGroup, other);
    }

    private static MetricSource Group(LoadBalancerWatch watch, string metric, string statistic) =>
        Balancer(watch, metric, statistic).Of(TargetGroup, watch.TargetGroup);

    private static IEnumerable<AlarmRow> Hosts(LoadBalancerWatch watch) =>
        [
            OnHosts(
                Row(watch, "unhealthy-hosts", AlertSeverity.Critical, "Alert when a task fails its health check", 0),
                watch,
                Unhealthy,
                "Maximum"
            ),
            // Not Minimum: a zone without a task of its own may report 0.
            OnHosts(
                Row(watch, NoHealthyHosts, AlertSeverity.Critical, "Alert when no task is healthy", 1),
                watch,
                Healthy,
                "Maximum"
            ) with
            {
                Comparison = AlarmComparison.LessThan,
                // Without any target the load balancer reports nothing: silence is the worst case.
                MissingData = MissingData.Breaching,
            },
        ];

    private static AlarmRow Application(LoadBalancerWatch watch, LoadBalancerAlarmSettings thresholds) =>
        Row(
            watch,
            "target-5xx",
            AlertSeverity.High,
            $"Alert when the application answers with more than {thresholds.TargetErrors} errors in five minutes",
            thresholds.TargetErrors
        ) with
        {
            Metric = TargetErrors(watch),
        };

    private static AlarmRow Unreached(LoadBalancerWatch watch, LoadBalancerAlarmSettings thresholds) =>
        WholeRow(
            LoadBalancerErrors,
            AlertSeverity.High,
            $"Alert when the load balancer answers with more than {thresholds.LoadBalancerErrors} errors in five minutes",
            thresholds.LoadBalancerErrors
        ) with
        {
            Metric = Balancer(watch, "HTTPCode_ELB_5XX_Count", "Sum"),
        };

    private static AlarmRow Rejected(LoadBalancerWatch watch, LoadBalancerAlarmSettings thresholds) =>
        WholeRow(
            "rejected-connections",
            AlertSeverity.High,
            $"Alert when more than {thresholds.RejectedConnections} connections are turned away in five minutes",
            thresholds.RejectedConnections
        ) with
        {
            Metric = Balancer(watch, "RejectedConnectionCount", "Sum"),
        };

    private static IEnumerable<AlarmRow> Latencies(LoadBalancerWatch watch, LoadBalancerAlarmSettings thresholds) =>
        [Latency(watch, "p95", thresholds.LatencyP95Milliseconds), Latency(watch, "p99", thresholds.LatencyP99Milliseconds)];

    private static AlarmRow Latency(LoadBalancerWatch watch, string percentile, int milliseconds) =>
        Row(
            watch,
            $"latency-{percentile}",
            AlertSeverity.Warning,
            $"Alert when {percentile} of the response time exceeds {milliseconds} ms",
            milliseconds / 1000.0 // the metric is in seconds
        ) with
        {
            Metric = ResponseTime(watch, percentile),
            Runbook = "load-balancer.md#latency",
        };

    private static AlarmRow Row(
        LoadBalancerWatch watch,
        string key,
        AlertSeverity severity,
        string description,
        double threshold
    ) =>
        WholeRow(key, severity, watch.Key is null ? description : $"{description}: {watch.Key}", threshold) with
        {
            Key = watch.Alarm(key),
            Watches = watch.Targets,
        };

    private static AlarmRow WholeRow(string key, AlertSeverity severity, string description, double threshold) =>
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
