using System.Collections.Immutable;
using System.Globalization;
using Infra.Settings.Observability;

namespace Infra.Observability.Alarms;

/// <summary>The alarms of a promise: that all but a few of the requests to a REST API are answered.</summary>
internal static class AvailabilityAlarms
{
    private const int HourSeconds = 3600;
    private const int DaySeconds = 86_400;

    /// <summary>The rows: one that wakes people while there is still something to save, one that tells that a day was bad.</summary>
    public static IEnumerable<AlarmRow> Rows(ApiWatch watch, AvailabilitySettings promise)
    {
        // Errors as allowed, times the rate: 0.1 percent and 14 are 1.4 percent of an hour's requests.
        var burning = Math.Round(100 - ((100 - promise.Percent) * promise.BurnRate), 4);
        if (burning > 0)
            yield return Row(watch, promise, "burn", AlertSeverity.High, HourSeconds, burning) with
            {
                Description =
                    $"Alert when {watch.ApiName} answers less than {Text(burning)}% of an hour's requests: {promise.BurnRate} times the errors that {Text(promise.Percent)}% allows",
            };
        yield return Row(watch, promise, "day", AlertSeverity.Warning, DaySeconds, promise.Percent) with
        {
            Description = $"Alert when {watch.ApiName} has answered less than {Text(promise.Percent)}% of a day's requests",
        };
    }

    /// <summary>Share of the requests that the API answered without an error of its own, in percent; 100 while there are too few to tell.</summary>
    /// <param name="watch">The API.</param>
    /// <param name="fewest">Requests below which nothing is said: one error among ten is no tenth.</param>
    public static MetricFormula Share(ApiWatch watch, int fewest) =>
        new($"IF(n>={fewest},100*(n-f)/n,100)", "answered (%)")
        {
            Inputs = ImmutableSortedDictionary
                .Create<string, MetricSource>(StringComparer.Ordinal)
                .Add("f", ApiAlarms.Metric(watch, "5XXError", "Sum"))
                .Add("n", ApiAlarms.Metric(watch, "Count", "Sum")),
        };

    private static AlarmRow Row(
        ApiWatch watch,
        AvailabilitySettings promise,
        string window,
        AlertSeverity severity,
        int seconds,
        double percent
    ) =>
        new()
        {
            Key = $"{watch.Key}-availability-{window}",
            Watches = watch.Thing,
            Severity = severity,
            Description = "",
            Runbook = $"availability.md#{window}",
            Formula = Share(watch, promise.MinimumRequests),
            Comparison = AlarmComparison.LessThan,
            Threshold = percent,
            Highest = 100,
            PeriodSeconds = seconds,
            EvaluationPeriods = 1,
            // Nobody asked: nothing went unanswered.
            MissingData = MissingData.NotBreaching,
        };

    private static string Text(double percent) => percent.ToString("0.####", CultureInfo.InvariantCulture);
}
