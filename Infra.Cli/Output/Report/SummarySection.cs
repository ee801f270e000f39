using Engine.Planning;
using Infra.Cli.Output.Cost;
using Review.Model;

namespace Infra.Cli.Output.Report;

/// <summary>What a meeting asks first: what it is, how much of it, whether something is wrong.</summary>
internal sealed class SummarySection(ReportPage page) : ReportSection(page, "summary", "Summary")
{
    // The worst come first; the rest is one link away.
    private const int MostRules = 6;

    /// <inheritdoc/>
    protected override void Body(Html html)
    {
        html.Open("h1");
        html.Add("span", Report.Plan.Stack, ("class", "stack"));
        if (Report.System is { } system)
            html.Text(" ").Add("span", system, ("class", "system"));
        html.Close().Line();
        Facts(html);
        Tiles(html);
        Attention(html);
    }

    private void Facts(Html html)
    {
        html.Open("dl", ("class", "facts"));
        Fact(html, "Project", Report.Plan.Project);
        Fact(html, "Environment", Report.Environment);
        Fact(html, "Region", Report.Plan.Config.GetValueOrDefault("aws:region"));
        foreach (var assumed in Report.Plan.Assumptions.Distinct().GroupBy(assumption => assumption.Source))
            Fact(
                html,
                "Assumed",
                string.Join(", ", assumed.Select(assumption => $"{assumption.Name} {assumption.Value}")),
                $"set in {assumed.Key}"
            );
        html.Close().Line();
    }

    private static void Fact(Html html, string name, string? value, string? note = null)
    {
        if (value is null)
            return;
        html.Open("div").Add("dt", name).Open("dd").Text(value);
        if (note is not null)
            html.Text(" ").Add("small", note);
        html.Close().Close();
    }

    private void Tiles(Html html)
    {
        var resources = Report.Model.Resources.Count(resource => resource.State.Custom);
        var components = Report.Model.Resources.Count(IsComponent);
        var counts = Report.Guardrails.Counts;
        html.Open("ul", ("class", "tiles"));
        Tile(html, "resources", "Resources", $"{resources}", $"in {Words.Count(components, "component")}");
        if (Report.Changes is { } changes)
            Tile(
                html,
                "changes",
                "Plan",
                $"{changes.Plan.ChangeSummary.All.Sum(count => count.Op == StepOp.Same ? 0 : count.Count)}",
                PlanReport.Counts(changes.Plan).ToString(),
                changes.Destroying.IsEmpty ? null : "bad"
            );
        else
            Tile(html, "resources", "Plan", $"{Report.Plan.ChangeSummary[StepOp.Create]}", "to create, compared with nothing");
        Tile(
            html,
            "guardrails",
            "Guardrails",
            counts.Fail == 0 ? $"{counts.Pass} pass" : $"{counts.Fail} fail",
            $"{(counts.Fail == 0 ? "0 fail" : $"{counts.Pass} pass")}, {counts.Waived} waived, {counts.CannotKnow} cannot know before deployment",
            counts.Fail == 0 ? "good" : "bad"
        );
        if (Report.Cost is { } cost)
            Tile(
                html,
                "cost",
                "Cost",
                Money.Usd(cost.Total),
                $"a month, about; {Words.Count(cost.NotPricedResources, "resource")} not priced, {Words.Count(cost.UnverifiedPrices, "price")} unverified"
            );
        if (Report.Comparison is { } comparison)
            Tile(
                html,
                "differences",
                $"Against {comparison.Right.Stack}",
                $"{comparison.Differences.Length}",
                $"{Words.Count(comparison.Differences.Length, "difference")[$"{comparison.Differences.Length} ".Length..]}, {comparison.Unexpected.Count()} unexpected",
                comparison.Unexpected.Any() ? "warn" : null
            );
        html.Close().Line();
    }

    private static bool IsComponent(Resource resource) => !resource.State.Custom && resource.Type != Engine.Model.Urns.StackType;

    private static void Tile(Html html, string section, string label, string number, string note, string? tone = null)
    {
        html.Open("li").Open("a", ("class", tone is null ? "tile" : $"tile {tone}"), ("href", $"#{section}"));
        html.Add("span", label, ("class", "tile-label")).Text(" ");
        html.Add("strong", number).Text(" ").Add("span", note, ("class", "tile-note"));
        html.Close().Close();
    }

    private void Attention(Html html)
    {
        var said = Said().ToList();
        if (said.Count == 0)
            return;
        html.Open("div", ("class", "attention")).Add("h2", "To look at").Open("ul");
        foreach (var (section, text) in said)
            html.Open("li").Add("a", text, ("href", $"#{section}")).Close();
        html.Close().Close().Line();
    }

    private IEnumerable<(string Section, string Text)> Said()
    {
        if (Report.Changes is { Destroying: { IsEmpty: false } destroying })
            yield return ("changes", Dangers.Title(destroying));
        if (Report.Changes is { Broadened: { IsEmpty: false } broadened })
            yield return ("changes", $"Access is broadened in {Words.Count(broadened.Length, "place")}");
        var failed = Report.Guardrails.Open.GroupBy(finding => finding.Rule).ToList();
        foreach (var rule in failed.Take(MostRules))
            yield return (
                "guardrails",
                $"{rule.Key.Id} fails on {Words.Count(rule.Count(), "resource")} ({rule.Key.Grade.ToString().ToLowerInvariant()}): {rule.Key.Title}"
            );
        if (failed.Count > MostRules)
            yield return ("guardrails", $"{Words.Count(failed.Count - MostRules, "other rule")} that fail");
        foreach (var note in Report.Guardrails.Notes)
            yield return ("guardrails", note);
        if (Report.Comparison?.Unexpected.Count() is > 0 and var unexpected)
            yield return (
                "differences",
                $"{Words.Count(unexpected, "difference")} to {Report.Comparison.Right.Stack} nobody accepted"
            );
    }
}
