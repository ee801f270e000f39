using Infra.Observability.Alarms;

namespace Infra.Observability.Dashboards;

/// <summary>The row of a proxy of RDS.</summary>
internal static class DatabaseProxyRow
{
    /// <summary>Connections on both sides, how long they are waited for, and whether the database is reached.</summary>
    public static DashboardRow Of(DatabaseProxyWatch proxy) =>
        new(
            "Proxy of the database",
            new MetricWidget(
                "Proxy connections to the database",
                new("open", DatabaseProxyAlarms.Count(proxy, "DatabaseConnections")),
                new("in use", DatabaseProxyAlarms.Count(proxy, "DatabaseConnectionsCurrentlyBorrowed")),
                new("pinned", DatabaseProxyAlarms.Count(proxy, "DatabaseConnectionsCurrentlySessionPinned"))
            )
            {
                Threshold = proxy.Connections,
            },
            new MetricWidget(
                "Connections of applications",
                new MetricLine("open", DatabaseProxyAlarms.Count(proxy, "ClientConnections"))
            ),
            new MetricWidget(
                "Wait for a connection (µs)",
                new MetricLine("average", DatabaseProxyAlarms.Metric(proxy, "DatabaseConnectionsBorrowLatency", "Average"))
            ),
            new MetricWidget("Database reached (%)", new MetricLine("of the time", DatabaseProxyAlarms.Availability(proxy)))
        );
}
