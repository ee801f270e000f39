using System.Collections.Immutable;
using Infra.Observability;

namespace Infra.Tests.Observability;

public sealed class AlarmRowCheckTests
{
    [Test]
    public void Every_row_of_the_tables_is_sound() =>
        Assert.That(AlarmCase.Rows(new()).SelectMany(AlarmRowCheck.Problems), Is.Empty);

    [TestCase(60)]
    [TestCase(300)]
    [TestCase(3600)]
    public void Multiples_of_a_minute_are_periods(int seconds) => Accept(AlarmCase.Row() with { PeriodSeconds = seconds });

    [TestCase(10)]
    [TestCase(20)]
    [TestCase(30)]
    public void Parts_of_a_minute_are_periods_of_ones_own_metrics_only(int seconds)
    {
        Accept(AlarmCase.Row() with { PeriodSeconds = seconds, Metric = new("idp-server/application", "Errors", "Sum") });
        Refuse(
            AlarmCase.Row() with
            {
                PeriodSeconds = seconds,
            },
            $"periodSeconds: got {seconds}, want 60 or more for a metric of AWS;"
        );
    }

    [TestCase(0)]
    [TestCase(15)]
    [TestCase(59)]
    [TestCase(61)]
    [TestCase(90)]
    public void Other_periods_are_refused(int seconds) =>
        Refuse(
            AlarmCase.Row() with
            {
                PeriodSeconds = seconds,
            },
            $"periodSeconds: got {seconds}, want 10, 20, 30 or a multiple of 60; CloudWatch has no other periods"
        );

    [TestCase(300, 288, true)]
    [TestCase(300, 289, false)]
    [TestCase(3600, 168, true)]
    [TestCase(3600, 169, false)]
    public void An_alarm_looks_back_a_day_or_with_long_periods_a_week(int period, int count, bool accepted)
    {
        var row = AlarmCase.Row() with { PeriodSeconds = period, EvaluationPeriods = count };
        if (accepted)
            Accept(row);
        else
            Refuse(
                row,
                $"evaluationPeriods: got {count} periods of {period} seconds, want {(period < 3600 ? 86400 : 604800)} seconds in all at most;"
            );
    }

    [Test]
    public void More_points_than_periods_are_refused()
    {
        Refuse(AlarmCase.Row() with { DatapointsToAlarm = 3 }, "datapointsToAlarm: got 3, want 1 to 2;");
        Refuse(AlarmCase.Row() with { DatapointsToAlarm = 0 }, "datapointsToAlarm: got 0, want 1 to 2;");
        Refuse(AlarmCase.Row() with { EvaluationPeriods = 0 }, "evaluationPeriods: got 0, want 1 or more;");
    }

    [TestCase("p99.9")]
    [TestCase("p0.1")]
    [TestCase("p50")]
    [TestCase("p100")]
    [TestCase("SampleCount")]
    public void Statistics_are_names_or_percentiles(string statistic) =>
        Accept(AlarmCase.Row() with { Metric = new("AWS/ECS", "CPUUtilization", statistic) });

    [TestCase("p0")]
    [TestCase("p101")]
    [TestCase("p00.0")]
    [TestCase("P99")]
    [TestCase("average")]
    public void Other_statistics_are_refused(string statistic) =>
        Refuse(
            AlarmCase.Row() with
            {
                Metric = new("AWS/ECS", "CPUUtilization", statistic),
            },
            $"metric.statistic: got {statistic}, want p0.1 to p100, Average, Maximum, Minimum, SampleCount or Sum;"
        );

    [TestCase(AlarmComparison.GreaterThan, 100, "the alarm could never ring")]
    [TestCase(AlarmComparison.GreaterThanOrEqual, 101, "the alarm could never ring")]
    [TestCase(AlarmComparison.LessThan, 0, "the alarm could never ring")]
    [TestCase(AlarmComparison.GreaterThanOrEqual, 0, "the alarm would ring for ever")]
    [TestCase(AlarmComparison.LessThan, 101, "the alarm would ring for ever")]
    [TestCase(AlarmComparison.LessThanOrEqual, 100, "the alarm would ring for ever")]
    public void A_threshold_out_of_reach_is_refused(object comparison, double threshold, string wayOut) =>
        Refuse(
            AlarmCase.Row() with
            {
                Comparison = (AlarmComparison)comparison,
                Threshold = threshold,
            },
            $"threshold: got {threshold}, want a number between 0 and 100; {wayOut}"
        );

    [TestCase(AlarmComparison.GreaterThan, 0)]
    [TestCase(AlarmComparison.GreaterThanOrEqual, 100)]
    [TestCase(AlarmComparison.LessThan, 100)]
    [TestCase(AlarmComparison.LessThanOrEqual, 0)]
    public void A_threshold_at_the_edge_is_accepted(object comparison, double threshold) =>
        Accept(AlarmCase.Row() with { Comparison = (AlarmComparison)comparison, Threshold = threshold });

    [TestCase(-1)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void A_threshold_is_a_number_that_a_metric_can_have(double threshold) =>
        Refuse(AlarmCase.Row() with { Threshold = threshold }, "want a number of 0 or more; no metric here is ever below zero");

    [Test]
    public void A_row_has_a_metric_or_a_formula()
    {
        var formula = new MetricFormula("n", "n") { Inputs = ImmutableSortedDictionary<string, MetricSource>.Empty };

        Refuse(AlarmCase.Row() with { Metric = null }, "metric: got nothing, want a metric or a formula;");
        Refuse(AlarmCase.Row() with { Formula = formula }, "metric: got a metric and a formula, want a metric or a formula;");
        Refuse(
            AlarmCase.Row() with
            {
                Metric = null,
                Formula = formula,
            },
            "formula.inputs: got an empty list, want at least one metric;"
        );
        Refuse(
            AlarmCase.Row() with
            {
                Metric = null,
                Formula = formula with { Inputs = formula.Inputs.Add("N", new("AWS/ECS", "CPUUtilization", "p0")) },
            },
            "formula.inputs.N.statistic: got p0",
            "formula.inputs.N: got N, want a small letter, then letters, digits and _;"
        );
    }

    [Test]
    public void A_row_says_what_is_wrong_and_what_to_do()
    {
        Refuse(AlarmCase.Row() with { Description = "" }, "description: got an empty text, want a sentence;");
        Refuse(
            AlarmCase.Row() with
            {
                Runbook = "service.md",
            },
            "runbook: got service.md, want a page and a section such as database.md#cpu;"
        );
    }

    private static void Accept(AlarmRow row) => Assert.That(AlarmRowCheck.Problems(row), Is.Empty);

    private static void Refuse(AlarmRow row, params string[] texts) =>
        Assert.That(
            AlarmRowCheck.Problems(row).Select(problem => problem.ToString()),
            Is.EqualTo(texts).Using<string, string>((actual, expected) => actual.Contains(expected, StringComparison.Ordinal))
        );
}
