using System.Collections.Immutable;
using Infra.Observability.Alarms;

namespace Infra.Observability.Dashboards;

/// <summary>The rows of a system with several services: all of them side by side, so that the odd one stands out.</summary>
internal static class ServicesRows
{
    /// <summary>The tasks of all services.</summary>
    /// <param name="services">The services, each with its key.</param>
    public static DashboardRow Tasks(ImmutableArray<ServiceWatch> services) =>
        new(
            "Services",
            Each("CPU (%)", services, ServiceAlarms.Cpu),
            Each("Memory (%)", services, ServiceAlarms.Memory),
            Each("Running tasks", services, ServiceAlarms.RunningTasks)
        );

    /// <summary>What people see of those that they reach.</summary>
    /// <param name="targets">The target groups behind one load balancer, each with its key; one at least.</param>
    public static DashboardRow Targets(ImmutableArray<LoadBalancerWatch> targets)
    {
        var whole = targets[0];
        return new(
            "Load balancer",
            Each("Requests", targets, watch => LoadBalancerAlarms.Answers(watch, "RequestCount", "Sum")),
            new MetricWidget(
                "Errors",
                [
                    .. Lines(targets, LoadBalancerAlarms.TargetErrors),
                    new MetricLine("load balancer", LoadBalancerAlarms.Balancer(whole, "HTTPCode_ELB_5XX_Count", "Sum")),
                    new MetricLine("rejected connections", LoadBalancerAlarms.Balancer(whole, "RejectedConnectionCount", "Sum")),
                ]
            ),
            Each("Response time, p95 (s)", targets, watch => LoadBalancerAlarms.ResponseTime(watch, "p95")),
            Each("Healthy tasks", targets, watch => LoadBalancerAlarms.Answers(watch, LoadBalancerAlarms.Healthy, "Maximum")),
            Each("Unhealthy tasks", targets, watch => LoadBalancerAlarms.Answers(watch, LoadBalancerAlarms.Unhealthy, "Maximum"))
        );
    }

    private static MetricWidget Each(
        string title,
        ImmutableArray<ServiceWatch> services,
        Func<ServiceWatch, MetricSource> metric
    ) => new(title, [.. services.Select(watch => new MetricLine(watch.Key ?? watch.ServiceName, metric(watch)))]);

    private static MetricWidget Each(
        string title,
        ImmutableArray<LoadBalancerWatch> targets,
        Func<LoadBalancerWatch, MetricSource> metric
    ) => new(title, [.. Lines(targets, metric)]);

    private static IEnumerable<MetricLine> Lines(
        ImmutableArray<LoadBalancerWatch> targets,
        Func<LoadBalancerWatch, MetricSource> metric
    ) => targets.Select(watch => new MetricLine(watch.Key ?? LoadBalancerWatch.Thing, metric(watch)));
}
