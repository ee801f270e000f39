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

    /// <summary>The rows.</summary>
    public static IEnumerable<AlarmRow> Rows(TableWatch watch, TableAlarmSettings thresholds) =>
        [
            Row(
                watch,
                "throttles",
                $"Alert when {watch.TableName} turns away more than {thresholds.Throttles} reads and writes in five minutes"
            ) with
            {
                Formula = Throttles(watch),
                Threshold = thresholds.Throttles,
            },
            Row(
                watch,
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

    /// <summary>Reads and writes turned away by the table and its indexes.</summary>
    public static MetricFormula Throttles(TableWatch watch)
    {
        string[] kinds = ["ReadThrottleEvents", "WriteThrottleEvents"];
        return Sum(
            "throttled",
            kinds
                .Select(kind => Metric(watch, kind))
                .Concat(
                    from index in watch.Indexes
                    from kind in kinds
                    select Metric(watch, kind).Of("GlobalSecondaryIndexName", index)
                )
        );
    }

    /// <summary>A metric of the table, summed up.</summary>
    public static MetricSource Metric(TableWatch watch, string metric) =>
        new MetricSource("AWS/DynamoDB", metric, "Sum").Of("TableName", watch.TableName);

    // What did not happen is not reported; of numbers that are not there there is no sum either.
    private static MetricFormula Sum(string label, IEnumerable<MetricSource> metrics)
    {
        var inputs = metrics
            .Select((metric, number) => KeyValuePair.Create($"m{number}", metric))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
        return new(string.Join('+', inputs.Keys.Select(id => $"FILL({id},0)")), label) { Inputs = inputs };
    }

    private static AlarmRow Row(TableWatch watch, string key, string description) =>
        new()
        {
            Key = $"{watch.Key}-{key}",
            Watches = watch.Thing,
            Severity = AlertSeverity.High,
            Description = description,
            Runbook = $"table.md#{key}",
            Threshold = 0,
            MissingData = MissingData.NotBreaching,
        };
}
