using Review.Comparison;
using Review.Comparison.Accepted;

namespace Infra.Cli.Output.Report;

/// <summary>How another environment differs: what people ask for first, then every difference by component, marked where nobody accepted it.</summary>
internal sealed class ComparisonSection(ReportPage page) : ReportSection(page, "differences", "Differences")
{
    private const int ValueLength = 160;

    private StackComparison Comparison => Report.Comparison!;

    /// <inheritdoc/>
    protected override string Lead =>
        $"{Comparison.Left.Stack} → {Comparison.Right.Stack}: {Words.Count(Comparison.Differences.Length, "difference")}, {Comparison.Unexpected.Count()} of them not accepted in {AcceptedDifferences.File}.";

    /// <inheritdoc/>
    protected override void Body(Html html)
    {
        Highlights(html);
        foreach (var stale in Comparison.Stale)
            html.Add("p", stale, ("class", "note"));
        if (Comparison.Differences.IsEmpty)
            return;
        Tools(html);
        Head(html, "difference-table", "Every difference", "Resource", "Property");
        foreach (var component in Comparison.Differences.GroupBy(difference => difference.Component))
        {
            html.Open("tbody");
            html.Open("tr", ("class", "group"))
                .Add("th", component.Key ?? "below the stack", ("scope", "rowgroup"), ("colspan", "4"));
            html.Close();
            string? reason = null;
            foreach (var difference in component)
            {
                Row(html, difference, difference.Accepted == reason ? null : difference.Accepted);
                reason = difference.Accepted;
            }
            html.Close().Line();
        }
        html.Close().Line();
    }

    private void Highlights(Html html)
    {
        if (Comparison.Highlights.IsEmpty)
            return;
        Head(html, "highlight-table", "What differs first of all", "Area", "What");
        html.Open("tbody");
        string? area = null;
        foreach (var highlight in Comparison.Highlights)
        {
            html.Open("tr").Add("td", highlight.Area == area ? "" : highlight.Area, ("data-label", "Area"), ("class", "dim"));
            html.Add("th", highlight.Label, ("scope", "row"));
            html.Add("td", highlight.Left, ("data-label", Comparison.Left.Stack), ("class", "value"));
            html.Add("td", highlight.Right, ("data-label", Comparison.Right.Stack), ("class", "value")).Close();
            area = highlight.Area;
        }
        html.Close().Close().Line();
    }

    private static void Tools(Html html)
    {
        html.Add("h3", "Every difference");
        Tables.Filter(
            html,
            "difference-table",
            "Differences",
            "resource, property, value",
            "Accepted",
            ("unexpected", "Unexpected"),
            ("accepted", "Accepted")
        );
    }

    private void Head(Html html, string id, string caption, string first, string second) =>
        Tables.Head(html, id, caption, first, second, Comparison.Left.Stack, Comparison.Right.Stack);

    // A reason is told once where it is that of several rows.
    private void Row(Html html, StackDifference difference, string? reason)
    {
        html.Open("tr", ("data-kind", difference.Accepted is null ? "unexpected" : "accepted"));
        html.Open("th", ("scope", "row")).Text(difference.Name).Text(" ");
        html.Add("small", Names.Type(difference.Type)).Close();
        html.Open("td", ("data-label", "Property")).Text(difference.Path ?? "the resource as a whole");
        if (difference.Accepted is null)
            html.Text(" ").Add("span", "unexpected", ("class", "tag fail"));
        else if (reason is not null)
            html.Add("p", reason, ("class", "waiver"));
        html.Close();
        Side(html, Comparison.Left, difference, difference.LeftName, difference.Left);
        Side(html, Comparison.Right, difference, difference.RightName, difference.Right);
        html.Close();
    }

    private static void Side(
        Html html,
        StackSide side,
        StackDifference difference,
        string? name,
        Engine.Values.PropertyValue? value
    )
    {
        var text =
            !difference.IsOnlyInOne ? ValueText.Short(value, ValueLength)
            : name is null ? "is not there"
            : difference.Inside > 0 ? $"is there, with {Words.Count(difference.Inside, "resource")} in it"
            : "is there";
        html.Add("td", text, ("data-label", side.Stack), ("class", "value"));
    }
}
