using System.Collections.Immutable;
using Pulumi;

namespace Infra.Observability;

/// <summary>One metric of CloudWatch and how it is summed up over a period.</summary>
/// <param name="Namespace">For example <c>AWS/ECS</c>.</param>
/// <param name="Name">For example <c>CPUUtilization</c>.</param>
/// <param name="Statistic"><c>Average</c>, <c>Sum</c>, <c>Minimum</c>, <c>Maximum</c>, <c>SampleCount</c>, or a percentile such as <c>p99</c>.</param>
internal sealed record MetricSource(string Namespace, string Name, string Statistic)
{
    /// <summary>The statistics that are no percentiles.</summary>
    public static readonly ImmutableArray<string> PlainStatistics = ["Average", "Maximum", "Minimum", "SampleCount", "Sum"];

    /// <summary>
    /// What the metric is of. CloudWatch matches all of them exactly; with one missing there is no data and never an alarm. Default: none.
    /// </summary>
    public ImmutableSortedDictionary<string, Input<string>> Dimensions { get; init; } =
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>Default: every unit. A unit that the metric does not have means no data.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether the statistic is a percentile.</summary>
    public bool IsPercentile => !PlainStatistics.Contains(Statistic);

    /// <summary>The same metric of a thing.</summary>
    public MetricSource Of(string dimension, Input<string> value) =>
        this with
        {
            Dimensions = Dimensions.SetItem(dimension, value),
        };
}
