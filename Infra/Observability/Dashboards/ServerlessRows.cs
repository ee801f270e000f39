using System.Collections.Immutable;
using Infra.Observability.Alarms;

namespace Infra.Observability.Dashboards;

/// <summary>The rows of a system of functions, each from the things it watches.</summary>
internal static class ServerlessRows
{
    private const int FiveMinutes = 300;

    /// <summary>What callers see of an API.</summary>
    /// <param name="api">The API.</param>
    /// <param name="latencyTitle">What stands above the graph of its latency. Default: in English.</param>
    public static DashboardRow Api(ApiWatch api, string latencyTitle = "API latency (ms)") =>
        new(
            "API",
            new MetricWidget(
                latencyTitle,
                new("average", ApiAlarms.Metric(api, "Latency", "Average")),
                new("p95", ApiAlarms.Metric(api, "Latency", "p95"))
            )
            {
                PeriodSeconds = FiveMinutes,
            },
            new MetricWidget("API requests", new MetricLine("requests", ApiAlarms.Metric(api, "Count", "Sum"))),
            new MetricWidget(
                "API errors",
                new("the caller's (4xx)", ApiAlarms.Metric(api, "4XXError", "Sum")),
                new("its own (5xx)", ApiAlarms.Metric(api, "5XXError", "Sum"))
            )
        );

    /// <summary>Functions side by side.</summary>
    public static DashboardRow Functions(ImmutableArray<FunctionWatch> functions)
    {
        return new(
            "Functions",
            Each("Duration, p95 (ms)", "Duration", "p95"),
            Each("Failed calls", "Errors", "Sum"),
            Each("Calls turned away", "Throttles", "Sum"),
            Each("Calls at once", "ConcurrentExecutions", "Maximum")
        );

        MetricWidget Each(string title, string metric, string statistic) =>
            new(
                title,
                [
                    .. functions.Select(function => new MetricLine(
                        function.FunctionName,
                        FunctionAlarms.Metric(function, metric, statistic)
                    )),
                ]
            );
    }

    /// <summary>Events that functions failed at for good, of those that are called by others than an API.</summary>
    public static DashboardRow FailedEvents(ImmutableArray<FunctionWatch> functions) =>
        new(
            "Failed events",
            new MetricWidget(
                "Events that failed for good",
                [
                    .. functions
                        .Where(function => function.FailureQueue is not null)
                        .Select(function => new MetricLine(
                            function.FunctionName,
                            FunctionAlarms.FailedEvents(function.FailureQueue!)
                        )),
                ]
            )
        );

    /// <summary>Tables side by side.</summary>
    public static DashboardRow Tables(ImmutableArray<TableWatch> tables)
    {
        return new(
            "Tables",
            Each("Capacity used, reads", "ConsumedReadCapacityUnits"),
            Each("Capacity used, writes", "ConsumedWriteCapacityUnits"),
            new MetricWidget(
                "Reads and writes turned away",
                [
                    .. from table in tables
                    from input in TableAlarms.Throttles(table).Inputs.Values
                    select new MetricLine($"{table.TableName} {input.Name}", input),
                ]
            )
        );

        MetricWidget Each(string title, string metric) =>
            new(title, [.. tables.Select(table => new MetricLine(table.TableName, TableAlarms.Metric(table, metric)))]);
    }

    /// <summary>What canaries saw.</summary>
    public static DashboardRow Canaries(ImmutableArray<CanaryWatch> canaries) =>
        new(
            "Seen from outside",
            new MetricWidget(
                "Answered (%)",
                [.. canaries.Select(canary => new MetricLine(canary.CanaryName, CanaryAlarms.Success(canary)))]
            )
            {
                PeriodSeconds = FiveMinutes,
            }
        );
}
