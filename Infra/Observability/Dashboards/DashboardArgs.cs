using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;

namespace Infra.Observability.Dashboards;

/// <summary>What a <see cref="Dashboard"/> needs.</summary>
internal sealed record DashboardArgs
{
    private const int MostWidgets = 500;

    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>What it is called. Default: the stack's prefix.</summary>
    public string? Name { get; init; }

    /// <summary>What is on it, from top to bottom.</summary>
    public required ImmutableArray<DashboardRow> Rows { get; init; }

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Rows.IsDefaultOrEmpty)
            yield return new("rows", "an empty list", "one or more rows", "a dashboard of nothing shows nothing");
        foreach (var row in Rows.Where(row => row.Widgets.IsDefaultOrEmpty))
            yield return new($"rows.{row.Title}", "no picture", "one or more", "leave the row out");
        foreach (
            var empty in Rows.SelectMany(row => row.Widgets).OfType<MetricWidget>().Where(widget => widget.Lines.IsDefaultOrEmpty)
        )
            yield return new($"widgets.{empty.Title}", "no metric", "one or more", "leave the picture out");
        if (Rows.Sum(row => row.Widgets.Length + 1) is > MostWidgets and var count)
            yield return new("rows", $"{count} pictures and headings", $"{MostWidgets} at most", "make two dashboards");
    }
}
