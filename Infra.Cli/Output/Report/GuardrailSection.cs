using Review.Guardrails;
using Review.Guardrails.Waivers;

namespace Infra.Cli.Output.Report;

/// <summary>What the guardrails say: what fails, what is allowed to and by whom, what only the deployment tells, what passes.</summary>
internal sealed class GuardrailSection(ReportPage page) : ReportSection(page, "guardrails", "Guardrails")
{
    /// <inheritdoc/>
    protected override string Lead
    {
        get
        {
            var counts = Report.Guardrails.Counts;
            return $"Of {Words.Count(Report.Guardrails.Rules, "rule")}: {counts.Pass} pass, {counts.Fail} fail, {counts.Waived} waived, {counts.CannotKnow} cannot know before the deployment, {counts.NotApplicable} about nothing in this stack.";
        }
    }

    /// <summary>What people call an outcome.</summary>
    public static string Word(string kind) =>
        kind switch
        {
            "fail" => "failed",
            "waived" => "waived",
            _ => "cannot know",
        };

    /// <summary>Where a rule stands on the page, among those of one outcome.</summary>
    public static string Anchor(Guardrail rule, string kind) => $"{kind}-{rule.Id}";

    /// <inheritdoc/>
    protected override void Body(Html html)
    {
        Tools(html);
        foreach (var note in Report.Guardrails.Notes)
            html.Add("p", note, ("class", "note"));
        Tables.Head(html, "findings", "Findings by rule and resource", "Resource", "What was found");
        Group(html, "fail", Report.Guardrails.Open);
        Group(html, "waived", Report.Guardrails.Waived);
        Group(html, "unknown", Report.Guardrails.Unknown);
        html.Close().Line();
        Passed(html);
    }

    private void Tools(Html html)
    {
        var (open, waived, unknown) = (Report.Guardrails.Open, Report.Guardrails.Waived, Report.Guardrails.Unknown);
        Tables.Filter(
            html,
            "findings",
            "Guardrails",
            "rule, resource, owner",
            "Outcome",
            ("fail", $"Failed ({open.Length})"),
            ("waived", $"Waived ({waived.Length})"),
            ("unknown", $"Cannot know ({unknown.Length})")
        );
    }

    // What one waiver allows is told once.
    private void Group(Html html, string kind, IEnumerable<Finding> findings)
    {
        var told = new HashSet<Guardrail>();
        foreach (var same in findings.GroupBy(finding => (finding.Rule, finding.Waiver)))
        {
            html.Open("tbody", ("id", told.Add(same.Key.Rule) ? Anchor(same.Key.Rule, kind) : null));
            Head(html, kind, same.Key.Rule, kind == "waived" ? same.Key.Waiver : null);
            foreach (var finding in same)
            {
                html.Open("tr", ("data-kind", kind)).Open("th", ("scope", "row"));
                Page.Link(html, finding.Resource.Urn, finding.Resource.Name);
                html.Text(" ").Add("small", Names.Type(finding.Resource.Type)).Close();
                html.Add("td", finding.Verdict.Detail, ("data-label", "What was found")).Close();
            }
            html.Close().Line();
        }
    }

    private static void Head(Html html, string kind, Guardrail rule, Waiver? waiver)
    {
        html.Open("tr", ("class", "group")).Open("th", ("scope", "rowgroup"), ("colspan", "2"));
        html.Add("span", Word(kind), ("class", $"tag {kind}")).Text(" ").Text(rule.Id).Text(" ");
        html.Add("small", rule.Grade.ToString().ToLowerInvariant()).Add("p", rule.Title);
        if (waiver is not null)
            html.Open("p")
                .Text($"Waived: {waiver.Reason} · ")
                .Add("small", $"{waiver.Owner}, until {waiver.Expires:yyyy-MM-dd}")
                .Close();
        if (kind == "fail")
            html.Add("p", $"Repair: {rule.Fix}");
        html.Close().Close();
    }

    private void Passed(Html html)
    {
        var others = Report
            .Guardrails.Findings.Where(finding => finding.Verdict.Outcome != Outcome.Pass)
            .Select(finding => finding.Rule)
            .ToHashSet();
        var passed = Report
            .Guardrails.Findings.Select(finding => finding.Rule)
            .Distinct()
            .Where(rule => !others.Contains(rule))
            .ToList();
        html.Open("details").Open("summary").Add("h3", $"Passed ({passed.Count})").Close();
        html.Open("ul", ("class", "steps columns"));
        foreach (var rule in passed)
            html.Open("li").Add("strong", rule.Id).Text($" {rule.Title}").Close();
        html.Close().Close().Line();
    }
}
