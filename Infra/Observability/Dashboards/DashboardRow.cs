using System.Collections.Immutable;

namespace Infra.Observability.Dashboards;

/// <summary>Pictures that belong together, under a heading.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Widgets">The pictures from left to right.</param>
internal sealed record DashboardRow(string Title, params ImmutableArray<DashboardWidget> Widgets);
