namespace Infra.Observability.Dashboards;

/// <summary>One line of a graph.</summary>
/// <param name="Label">What people read beside it.</param>
/// <param name="Source">The metric.</param>
internal sealed record MetricLine(string Label, MetricSource Source);
