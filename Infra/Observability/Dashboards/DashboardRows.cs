using System.Collections.Immutable;
using Infra.Observability.Alarms;
using Infra.Observability.Logs;
using Pulumi;

namespace Infra.Observability.Dashboards;

/// <summary>The rows that a system like idp-server has, each from the things it watches.</summary>
internal static class DashboardRows
{
    private static readonly string[] Percentiles = ["p50", "p95", "p99"];

    /// <summary>The state of all alarms, first of all.</summary>
    public static DashboardRow Alarms(IEnumerable<Output<string>> arns) => new("Alarms", new AlarmWidget("State", [.. arns]));

    /// <summary>The tasks and what users see of them.</summary>
    public static DashboardRow Service(ServiceWatch service, LoadBalancerWatch balancer) =>
        new(
            "Service",
            new MetricWidget(
                "CPU and memory (%)",
                new("CPU", ServiceAlarms.Cpu(service)),
                new("memory", ServiceAlarms.Memory(service))
            ),
            new MetricWidget("Running tasks", new MetricLine("running", ServiceAlarms.RunningTasks(service)))
            {
                Threshold = service.MinimumTasks,
            },
            new MetricWidget(
                "Healthy and unhealthy tasks",
                [
                    .. Hosts("healthy", balancer, LoadBalancerAlarms.Healthy),
                    .. Hosts("unhealthy", balancer, LoadBalancerAlarms.Unhealthy),
                ]
            )
        );

    // Two lines where deployments turn traffic between two target groups.
    private static IEnumerable<MetricLine> Hosts(string label, LoadBalancerWatch balancer, string metric) =>
        LoadBalancerAlarms
            .EachGroup(balancer, metric, "Maximum")
            .Select((source, index) => new MetricLine(index == 0 ? label : $"{label}, other group", source));

    /// <summary>Database instances side by side.</summary>
    public static DashboardRow Database(ImmutableArray<DatabaseWatch> databases)
    {
        var widgets = new List<DashboardWidget>
        {
            Each("CPU (%)", "CPUUtilization", databases),
            Each("Connections", "DatabaseConnections", databases),
            Each("Free storage (bytes)", "FreeStorageSpace", databases),
            Each("Free memory (bytes)", "FreeableMemory", databases),
            Each("Time of a write (s)", "WriteLatency", databases),
        };
        if (databases.Where(database => database.IsReplica).ToList() is { Count: > 0 } replicas)
            widgets.Add(Each("Replicas behind (s)", "ReplicaLag", replicas));
        return new("Database", [.. widgets]);

        static MetricWidget Each(string title, string metric, IEnumerable<DatabaseWatch> of) =>
            new(title, [.. of.Select(database => new MetricLine(database.Key, DatabaseAlarms.Metric(database, metric)))]);
    }

    /// <summary>Members of a cache side by side.</summary>
    public static DashboardRow Cache(ImmutableArray<CacheWatch> members)
    {
        var widgets = new List<DashboardWidget>
        {
            Each("Engine CPU (%)", "EngineCPUUtilization"),
            Each("Memory (%)", "DatabaseMemoryUsagePercentage"),
            Each("Evictions", "Evictions"),
            Each("Cache connections", "CurrConnections"),
        };
        if (members.Any(member => member.HasReplicas))
            widgets.Add(Each("Cache replicas behind (s)", "ReplicationLag"));
        return new("Cache", [.. widgets]);

        MetricWidget Each(string title, string metric) =>
            new(title, [.. members.Select(member => new MetricLine(member.Member, CacheAlarms.Metric(member, metric)))]);
    }

    /// <summary>What comes in, what is turned away, and what goes out.</summary>
    public static DashboardRow Edge(LoadBalancerWatch balancer, WafWatch? waf, IEnumerable<NatWatch> gateways)
    {
        var widgets = new List<DashboardWidget>
        {
            new MetricWidget(
                "Requests",
                new MetricLine("requests", LoadBalancerAlarms.Balancer(balancer, "RequestCount", "Sum"))
            ),
            new MetricWidget(
                "Errors",
                new("application", LoadBalancerAlarms.TargetErrors(balancer)),
                new("load balancer", LoadBalancerAlarms.Balancer(balancer, "HTTPCode_ELB_5XX_Count", "Sum")),
                new("rejected connections", LoadBalancerAlarms.Balancer(balancer, "RejectedConnectionCount", "Sum"))
            ),
            new MetricWidget(
                "Response time (s)",
                [.. Percentiles.Select(p => new MetricLine(p, LoadBalancerAlarms.ResponseTime(balancer, p)))]
            ),
        };
        if (waf is not null)
            widgets.Add(
                new MetricWidget(
                    "Firewall",
                    new("allowed", WafAlarms.Requests(waf, "AllowedRequests")),
                    new("blocked", WafAlarms.Blocked(waf))
                )
            );
        MetricLine[] ways = [.. gateways.Select(nat => new MetricLine(nat.Zone, NatAlarms.Metric(nat, "BytesOutToDestination")))];
        if (ways.Length > 0)
            widgets.Add(new MetricWidget("Bytes to the internet", [.. ways]));
        return new("Edge", [.. widgets]);
    }

    /// <summary>What the system is for: people who sign in, and applications that get tokens.</summary>
    /// <param name="counts">The counts of the log; see <see cref="LogMetrics.Sources"/>.</param>
    /// <param name="logGroupName">The log.</param>
    public static DashboardRow Business(ImmutableSortedDictionary<string, MetricSource> counts, Input<string> logGroupName) =>
        new(
            "Business",
            new MetricWidget(
                "Authentications",
                new("succeeded", counts[ApplicationLog.AuthenticationSuccesses.Key]),
                new("failed", counts[ApplicationLog.AuthenticationFailures.Key])
            ),
            new MetricWidget(
                "Events and errors",
                new("OAuth", counts[ApplicationLog.OAuthEvents.Key]),
                new("security", counts[ApplicationLog.SecurityEvents.Key]),
                new("errors", counts[ApplicationLog.Errors.Key])
            ),
            new LogWidget("Security events by tenant", logGroupName, ApplicationQueries.SecurityEventsByTenant)
        );
}
