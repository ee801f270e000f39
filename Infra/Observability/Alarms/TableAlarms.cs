using System.Collections.Immutable;
using Infra.Settings.Alarms;

namespace Infra.Observability.Alarms;

/// <summary>The alarms of a table of DynamoDB.</summary>
internal static class TableAlarms
{
    // DynamoDB counts faults of its own for each operation, and for the table not at all.
    private static readonly ImmutableArray<string> Operations =
    [
        "BatchGetItem",
        "BatchWriteItem",
        "DeleteItem",
        "GetItem",
        "PutItem",
        "Query",
        "TransactGetItems",
        "TransactWriteItems",
        "UpdateItem",
    ];

    private static readonly ImmutableArray<string> Kinds = ["ReadThrottleEvents", "WriteThrottleEvents"];

    /// <summary>The rows.</summary>
    public static IEnumerable<AlarmRow> Rows(TableWatch watch, TableAlarmSettings thresholds) =>
        [
            Row(watch, "throttles", "throttles", Throttled(watch.TableName, thresholds)) with
            {
                Formula = Throttles(watch),
                Threshold = thresholds.Throttles,
            },
            .. watch.Indexes.Select(index =>
                Row(watch, $"{index}-throttles", "throttles", Throttled($"index {index} of {watch.TableName}", thresholds)) with
                {
                    Formula = Throttles(watch, index),
                    Threshold = thresholds.Throttles,
                }
            ),
            Row(
                watch,
                "system-errors",
                "system-errors",
                $"Alert when DynamoDB itself fails more than {thresholds.SystemErrors} times at {watch.TableName} in five minutes"
            ) with
            {
                Formula = Sum(
                    "system errors",
                    Operations.Select(operation => Metric(watch, "SystemErrors").Of("Operation", operation))
                ),
                Threshold = thresholds.SystemErrors,
            },
        ];

    /// <summary>Reads and writes turned away by the table, or by one of its indexes, which are measured apart.</summary>
    public static MetricFormula Throttles(TableWatch watch, string? index = null) =>
        Sum(
            "throttled",
            from kind in Kinds
            let metric = Metric(watch, kind)
            select index is null ? metric : metric.Of("GlobalSecondaryIndexName", index)
        );

    /// <summary>A metric of the table, summed up.</summary>
    public static MetricSource Metric(TableWatch watch, string metric) =>
        new MetricSource("AWS/DynamoDB", metric, "Sum").Of("TableName", watch.TableName);

    // A sum over all inputs leaves those out that have nothing to say; with + one silent input would silence the whole.
    private static MetricFormula Sum(string label, IEnumerable<MetricSource> metrics) =>
        new("SUM(METRICS())", label)
        {
            Inputs = metrics
                .Select((metric, number) => KeyValuePair.Create($"m{number}", metric))
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
        };

    private static string Throttled(string thing, TableAlarmSettings thresholds) =>
        $"Alert when {thing} turns away more than {thresholds.Throttles} reads and writes in five minutes";

    private static AlarmRow Row(TableWatch watch, string key, string section, string description) =>
        new()
        {
            Key = $"{watch.Key}-{key}",
            Watches = watch.Thing,
            Severity = AlertSeverity.High,
            Description = description,
            Runbook = $"table.md#{section}",
            Threshold = 0,
            MissingData = MissingData.NotBreaching,
        };
}
