using Infra.Settings.Alarms;

namespace Infra.Observability.Alarms;

/// <summary>The alarms of a function of Lambda.</summary>
internal static class FunctionAlarms
{
    /// <summary>The rows.</summary>
    public static IEnumerable<AlarmRow> Rows(FunctionWatch watch, FunctionAlarmSettings thresholds)
    {
        var longest = watch.TimeoutSeconds * 10.0 * thresholds.DurationPercent;
        yield return Row(
            watch,
            "errors",
            AlertSeverity.High,
            $"Alert when {watch.FunctionName} fails more than {thresholds.Errors} times in five minutes"
        ) with
        {
            Metric = Metric(watch, "Errors", "Sum"),
            Threshold = thresholds.Errors,
        };
        yield return Row(
            watch,
            "throttles",
            AlertSeverity.High,
            $"Alert when more than {thresholds.Throttles} calls of {watch.FunctionName} are turned away in five minutes"
        ) with
        {
            Metric = Metric(watch, "Throttles", "Sum"),
            Threshold = thresholds.Throttles,
        };
        yield return Row(
            watch,
            "duration",
            AlertSeverity.Warning,
            $"Alert when p95 of {watch.FunctionName} takes more than {longest} ms of its {watch.TimeoutSeconds} s"
        ) with
        {
            Metric = Metric(watch, "Duration", "p95"),
            Threshold = longest,
        };
        if (watch.WarmAlias is { } alias)
            yield return Row(
                watch,
                "spillover",
                AlertSeverity.Warning,
                $"Alert when more than {thresholds.ColdCalls} calls of {watch.FunctionName} find no warm copy in five minutes"
            ) with
            {
                Metric = Metric(watch, "ProvisionedConcurrencySpilloverInvocations", "Sum")
                    .Of("Resource", $"{watch.FunctionName}:{alias}"),
                Threshold = thresholds.ColdCalls,
            };
        if (watch.FailureQueue is { } queue)
            yield return Row(
                watch,
                "failed-events",
                AlertSeverity.High,
                $"Alert when {watch.FunctionName} has failed at an event for good; it lies in {queue}"
            ) with
            {
                Metric = FailedEvents(queue),
                EvaluationPeriods = 1, // it does not go away by itself
            };
    }

    /// <summary>How many events lie in a queue.</summary>
    public static MetricSource FailedEvents(string queue) =>
        new MetricSource("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum").Of("QueueName", queue);

    /// <summary>A metric of the function.</summary>
    public static MetricSource Metric(FunctionWatch watch, string metric, string statistic) =>
        new MetricSource("AWS/Lambda", metric, statistic).Of("FunctionName", watch.FunctionName);

    private static AlarmRow Row(FunctionWatch watch, string key, AlertSeverity severity, string description) =>
        new()
        {
            Key = $"{watch.Key}-{key}",
            Watches = watch.Thing,
            Severity = severity,
            Description = description,
            Runbook = $"function.md#{key}",
            Threshold = 0,
            // A function that nobody calls says nothing.
            MissingData = MissingData.NotBreaching,
        };
}
