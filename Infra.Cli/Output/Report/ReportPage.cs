using System.Collections.Immutable;
using Engine.Model;
using Review.Cost;

namespace Infra.Cli.Output.Report;

/// <summary>The page: one file that needs no other and asks nobody for anything. The same report always makes the same bytes.</summary>
internal sealed class ReportPage
{
    private readonly ImmutableArray<ReportSection> _sections;

    /// <summary>Lays the page out.</summary>
    public ReportPage(StackReport report)
    {
        Report = report;
        Anchors = new Anchors(report.Model);
        Findings = report
            .Guardrails.Findings.Where(finding => finding.Verdict.Outcome != Review.Guardrails.Outcome.Pass)
            .ToLookup(finding => finding.Resource.Urn, StringComparer.Ordinal);
        Steps =
            report.Changes?.Plan.Steps.Where(step => !step.Internal).ToDictionary(step => step.Urn, StringComparer.Ordinal) ?? [];
        Costs = (report.Cost?.Items ?? []).ToLookup(item => item.Resource.Urn, StringComparer.Ordinal);
        NotPriced = (report.Cost?.NotPriced ?? []).ToLookup(left => left.Resource.Urn, StringComparer.Ordinal);
        Picture = report.Picture is null ? null : new PictureSection(this);
        ReportSection?[] sections =
        [
            new SummarySection(this),
            Picture,
            new ResourceSection(this),
            report.Changes is null ? null : new ChangeSection(this),
            new GuardrailSection(this),
            report.Cost is null ? null : new CostSection(this),
            report.Settings.Count == 0 && report.Configuration.IsEmpty ? null : new SettingSection(this),
            report.Comparison is null ? null : new ComparisonSection(this),
        ];
        _sections = [.. sections.OfType<ReportSection>()];
    }

    /// <summary>What is told.</summary>
    public StackReport Report { get; }

    /// <summary>Where each resource stands.</summary>
    public Anchors Anchors { get; }

    /// <summary>What the stack looks like. Default: nobody drew it.</summary>
    public PictureSection? Picture { get; }

    /// <summary>What the guardrails have to say of each resource, by URN; what passes is left out.</summary>
    public ILookup<string, Review.Guardrails.Finding> Findings { get; }

    /// <summary>What a deployment does to each resource, by URN; empty where nothing is compared.</summary>
    public Dictionary<string, Engine.Planning.PlanStep> Steps { get; }

    /// <summary>The lines of the bill for each resource, by URN.</summary>
    public ILookup<string, CostItem> Costs { get; }

    /// <summary>What the bill leaves out of each resource, by URN.</summary>
    public ILookup<string, NotPriced> NotPriced { get; }

    /// <summary>What a resource, or all that lies in a component, costs in a month, in USD.</summary>
    public decimal Amount(PlanNode node) => Costs[node.Step.Urn].Sum(item => item.Amount) + node.Children.Sum(Amount);

    /// <summary>Writes the page.</summary>
    public string Write()
    {
        var html = new Html();
        html.Markup("<!DOCTYPE html>\n").Open("html", ("lang", "en")).Line();
        Head(html);
        html.Open("body").Line();
        html.Add("a", "Skip to the content", ("class", "skip"), ("href", "#main"));
        Bar(html);
        html.Open("main", ("id", "main"), ("tabindex", "-1")).Line();
        foreach (var section in _sections)
            section.Write(html);
        html.Close().Line();
        html.Open("footer").Add("p", "Made offline by infra report from the plan: nothing was contacted, secrets are masked.");
        html.Close().Line();
        html.Open("script").Markup(Assets.Script).Close().Line();
        html.Close().Line().Close().Line();
        return html.ToString();
    }

    /// <summary>A link to a resource of the plan; its text alone where the plan does not have it.</summary>
    public void Link(Html html, string urn, string? text = null)
    {
        text ??= Urns.IsValid(urn) ? Urns.Name(urn) : urn;
        if (Anchors.Find(urn) is { } anchor)
            html.Add("a", text, ("href", $"#{anchor}"));
        else
            html.Add("span", text);
    }

    private void Head(Html html)
    {
        html.Open("head").Line();
        html.Void("meta", ("charset", "utf-8")).Line();
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Assets.Policy(Picture?.Style))).Line();
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Line();
        html.Void("meta", ("name", "color-scheme"), ("content", "light dark")).Line();
        html.Void("meta", ("name", "referrer"), ("content", "no-referrer")).Line();
        html.Add("title", $"{Report.Plan.Stack} · {Report.System ?? Report.Plan.Project}").Line();
        html.Open("style").Markup(Assets.Style).Close().Line();
        html.Open("script").Markup(Assets.Early).Close().Line();
        html.Close().Line();
    }

    private void Bar(Html html)
    {
        html.Open("header", ("class", "bar"));
        html.Open("p", ("class", "brand"));
        html.Add("strong", Report.Plan.Stack).Text(" ").Add("span", Report.System ?? Report.Plan.Project).Close();
        html.Open("nav", ("aria-label", "Parts of the report")).Open("ul");
        foreach (var section in _sections)
            html.Open("li").Add("a", section.Title, ("href", $"#{section.Id}")).Close();
        html.Close().Close();
        html.Add(
            "button",
            "Dark theme",
            ("type", "button"),
            ("id", "theme"),
            ("class", "needs-script"),
            ("aria-pressed", "false")
        );
        html.Close().Line();
    }
}
