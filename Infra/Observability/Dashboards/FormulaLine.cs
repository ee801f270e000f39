namespace Infra.Observability.Dashboards;

/// <summary>One line of a graph that CloudWatch computes.</summary>
/// <param name="Label">What people read beside it.</param>
/// <param name="Formula">The formula; the ids of its inputs may be used by other lines of the graph for the same metric only.</param>
internal sealed record FormulaLine(string Label, MetricFormula Formula);
