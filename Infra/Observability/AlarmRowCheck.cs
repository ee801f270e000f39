using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Observability;

/// <summary>What is wrong with single rows: what AWS refuses, and what it accepts although the alarm could never ring or never stop.</summary>
internal static partial class AlarmRowCheck
{
    private const int HourSeconds = 3600;
    private const int DaySeconds = 86_400;
    private const int WeekSeconds = 604_800;

    /// <summary>The problems of a row; paths are within the row.</summary>
    public static IEnumerable<Problem> Problems(AlarmRow row) => [.. Source(row), .. Time(row), .. Threshold(row), .. Texts(row)];

    private static IEnumerable<Problem> Source(AlarmRow row)
    {
        if (row.Metric is null == row.Formula is null)
        {
            yield return new(
                "metric",
                row.Metric is null ? null : "a metric and a formula",
                "a metric or a formula",
                "remove or add one"
            );
            yield break;
        }
        foreach (var (path, metric) in Sources(row))
            if (metric.IsPercentile && !Percentile().IsMatch(metric.Statistic))
                yield return new(
                    path,
                    metric.Statistic,
                    $"p0.1 to p100, {Spelling.OneOf(MetricSource.PlainStatistics)}",
                    "CloudWatch computes no other statistic"
                );
        foreach (var id in row.Formula?.Inputs.Keys.Where(id => !Id().IsMatch(id)) ?? [])
            yield return new($"formula.inputs.{id}", id, "a small letter, then letters, digits and _", "formulas name inputs so");
        if (row.Formula is { Inputs.IsEmpty: true })
            yield return new(
                "formula.inputs",
                row.Formula.Inputs.Keys,
                "at least one metric",
                "a formula of nothing never rings"
            );
    }

    private static IEnumerable<Problem> Time(AlarmRow row)
    {
        var isFine = row.PeriodSeconds is 10 or 20 or 30;
        if (!isFine && (row.PeriodSeconds < 60 || row.PeriodSeconds % 60 != 0))
            yield return new(
                "periodSeconds",
                row.PeriodSeconds,
                "10, 20, 30 or a multiple of 60",
                "CloudWatch has no other periods"
            );
        if (isFine && Sources(row).Any(source => source.Metric.Namespace.StartsWith("AWS/", StringComparison.Ordinal)))
            yield return new(
                "periodSeconds",
                row.PeriodSeconds,
                "60 or more for a metric of AWS",
                "services report once a minute at most"
            );
        if (row.EvaluationPeriods < 1)
            yield return new("evaluationPeriods", row.EvaluationPeriods, "1 or more", "nothing would be looked at");
        if (row.DatapointsToAlarm is { } points && (points < 1 || points > row.EvaluationPeriods))
            yield return new(
                "datapointsToAlarm",
                points,
                $"1 to {row.EvaluationPeriods}",
                "more periods than are looked at cannot be wrong"
            );
        var span = (long)row.PeriodSeconds * row.EvaluationPeriods;
        // An alarm may look back a day, or a week when its period is an hour or longer.
        var longest = row.PeriodSeconds >= HourSeconds ? WeekSeconds : DaySeconds;
        if (span > longest)
            yield return new(
                "evaluationPeriods",
                $"{row.EvaluationPeriods} periods of {row.PeriodSeconds} seconds",
                $"{longest} seconds in all at most",
                "look at fewer or shorter periods"
            );
    }

    private static IEnumerable<Problem> Threshold(AlarmRow row)
    {
        if (!double.IsFinite(row.Threshold) || row.Threshold < 0)
        {
            yield return new("threshold", row.Threshold, "a number of 0 or more", "no metric here is ever below zero");
            yield break;
        }
        // Metrics count or measure: none is below zero, and a share is never above its bound.
        var never = row.Comparison switch
        {
            AlarmComparison.LessThan => row.Threshold <= 0,
            AlarmComparison.GreaterThan => row.Threshold >= row.Highest,
            AlarmComparison.GreaterThanOrEqual => row.Threshold > row.Highest,
            _ => false,
        };
        var always = row.Comparison switch
        {
            AlarmComparison.GreaterThanOrEqual => row.Threshold <= 0,
            AlarmComparison.LessThan => row.Threshold > row.Highest,
            AlarmComparison.LessThanOrEqual => row.Threshold >= row.Highest,
            _ => false,
        };
        if (never || always)
            yield return new(
                "threshold",
                row.Threshold,
                row.Highest is { } highest ? $"a number between 0 and {highest}" : "a number above 0",
                never ? "the alarm could never ring" : "the alarm would ring for ever"
            );
    }

    private static IEnumerable<Problem> Texts(AlarmRow row)
    {
        if (row.Description.Length == 0)
            yield return new("description", "", "a sentence", "say what is wrong when the alarm rings");
        if (!Section().IsMatch(row.Runbook))
            yield return new("runbook", row.Runbook, "a page and a section such as database.md#cpu", "an alarm says what to do");
    }

    private static IEnumerable<(string Path, MetricSource Metric)> Sources(AlarmRow row)
    {
        if (row.Metric is { } metric)
            yield return ("metric.statistic", metric);
        if (row.Formula is { } formula)
            foreach (var (id, input) in formula.Inputs)
                yield return ($"formula.inputs.{id}.statistic", input);
    }

    [GeneratedRegex(@"^p(?!0+(\.0+)?$)(\d{1,2}(\.\d{1,10})?|100)$")]
    private static partial Regex Percentile();

    [GeneratedRegex("^[a-z][a-zA-Z0-9_]*$")]
    private static partial Regex Id();

    [GeneratedRegex("^[a-z-]+\\.md#[a-z0-9-]+$")]
    private static partial Regex Section();
}
