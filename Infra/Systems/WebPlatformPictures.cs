using System.Collections.Immutable;
using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Observability.Dashboards;

namespace Infra.Systems;

/// <summary>The dashboard of web-platform.</summary>
internal static class WebPlatformPictures
{
    private static readonly string[] Statuses = ["2XX", "3XX", "4XX", "5XX"];

    /// <summary>The rows, from top to bottom.</summary>
    public static ImmutableArray<DashboardRow> Of(
        AlarmSet alarms,
        LoadBalancerWatch balancer,
        ServiceWatch? service,
        DatabaseWatch? database
    ) =>
        [
            .. alarms.Arns.Count > 0 ? [DashboardRows.Alarms(alarms.Arns.Values)] : Array.Empty<DashboardRow>(),
            .. service is null ? Array.Empty<DashboardRow>() : [DashboardRows.Service(service, balancer)],
            Balancer(balancer),
            .. database is null ? Array.Empty<DashboardRow>() : [DashboardRows.Database([database])],
        ];

    private static DashboardRow Balancer(LoadBalancerWatch balancer) =>
        new(
            "Load balancer",
            new MetricWidget(
                "Requests",
                new MetricLine("requests", LoadBalancerAlarms.Balancer(balancer, "RequestCount", "Sum"))
            ),
            new MetricWidget(
                "Response time (s)",
                new("average", LoadBalancerAlarms.ResponseTime(balancer, "Average")),
                new("p95", LoadBalancerAlarms.ResponseTime(balancer, "p95"))
            ),
            new MetricWidget(
                "Answers by status",
                [
                    .. Statuses.Select(status => new MetricLine(
                        status,
                        LoadBalancerAlarms.Answers(balancer, $"HTTPCode_Target_{status}_Count", "Sum")
                    )),
                ]
            )
        );
}
