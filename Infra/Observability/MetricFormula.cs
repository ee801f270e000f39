using System.Collections.Immutable;

namespace Infra.Observability;

/// <summary>A number that CloudWatch computes of several metrics.</summary>
/// <param name="Expression">Metric maths over the ids of the inputs, such as <c>IF(n&gt;=20,100*(n-s)/n,0)</c>.</param>
/// <param name="Label">What the number is, for graphs.</param>
internal sealed record MetricFormula(string Expression, string Label)
{
    /// <summary>The metrics by id. An id begins with a small letter.</summary>
    public required ImmutableSortedDictionary<string, MetricSource> Inputs { get; init; }
}
