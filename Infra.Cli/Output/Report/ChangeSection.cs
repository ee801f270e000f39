using System.Collections.Immutable;
using Engine.Planning;
using Review.Changes;
using Review.Model;

namespace Infra.Cli.Output.Report;

/// <summary>What a deployment does to what is there: what destroys data first, then other replacements and deletions, then the rest.</summary>
internal sealed class ChangeSection(ReportPage page) : ReportSection(page, "changes", "Changes")
{
    private const int ValueLength = 200;

    /// <inheritdoc/>
    protected override string Lead => $"{PlanReport.Counts(Report.Changes!.Plan)}, compared with the baseline.";

    /// <inheritdoc/>
    protected override void Body(Html html)
    {
        var changes = Report.Changes!;
        if (changes.IsEmpty)
            html.Add("p", "A deployment would leave everything as it is.");
        Steps(html, changes.Destroying.IsEmpty ? "" : Dangers.Title(changes.Destroying), changes.Destroying, "bad");
        Broadened(html);
        Steps(html, "Replaced", changes.Replaced, "warn");
        Steps(html, "Deleted", changes.Deleted, "warn");
        Steps(html, "Changed", changes.Updated);
        New(html, changes.Created);
    }

    /// <summary>The differences of a step, property by property.</summary>
    public static void Properties(Html html, PlanStep step, int length = ValueLength)
    {
        var changes = StepChanges.Of(step);
        if (changes.Count == 0)
            return;
        html.Open("ul", ("class", "diff"));
        foreach (var change in changes)
        {
            html.Open("li").Add("code", change.Path).Text(" ");
            Values(html, change, length);
            if (change.Replaces)
                html.Text(" ").Add("span", "replaces it", ("class", "tag replace"));
            html.Close();
        }
        html.Close();
    }

    private static void Values(Html html, Change change, int length)
    {
        if (change.Kind != ChangeKind.Added)
            html.Add("del", ValueText.Short(change.Old, length));
        if (change.Kind == ChangeKind.Changed)
            html.Text(" → ");
        if (change.Kind != ChangeKind.Removed)
            html.Add("ins", ValueText.Short(change.New, length));
    }

    private void Steps(Html html, string title, ImmutableArray<PlanStep> steps, string? tone = null)
    {
        if (steps.IsEmpty)
            return;
        html.Add("h3", tone == "bad" ? title : $"{title} ({steps.Length})");
        html.Open("ul", ("class", tone is null ? "steps" : $"steps {tone}"));
        foreach (var step in steps)
            Step(html, step);
        html.Close().Line();
    }

    private void Step(Html html, PlanStep step)
    {
        html.Open("li");
        html.Add("span", step.Op.Word(), ("class", $"tag {step.Op.Word()}")).Text(" ");
        Page.Link(html, step.Urn, step.State.Name);
        html.Text(" ").Add("small", Names.Type(step.State.Type));
        if (step.Op == StepOp.Replace && Replacement.Why(step) is { } why)
            html.Add("p", why);
        if (Report.Changes!.Loss(step) is { } loss)
            html.Open("p").Text("Lost with it: ").Add("strong", loss).Close();
        if (step.Op is StepOp.Replace or StepOp.Delete && Report.Changes.After(step) is { Count: > 0 } after)
            html.Add("p", $"After it: {Nouns.Count(after.Select(it => it.State))}");
        foreach (var runbook in step.Op == StepOp.Replace ? Replacement.Runbooks(step) : [])
            html.Open("p").Text("What to do instead: ").Add("code", runbook).Close();
        if (step.Op != StepOp.Delete)
            Properties(html, step);
        html.Close();
    }

    private void Broadened(Html html)
    {
        if (Report.Changes!.Broadened.IsEmpty)
            return;
        html.Add("h3", $"Broadens access ({Report.Changes.Broadened.Length})").Open("ul", ("class", "steps warn"));
        foreach (var found in Report.Changes.Broadened)
        {
            html.Open("li");
            Page.Link(html, found.Urn);
            html.Text(" ").Add("code", found.Path).Text(" ").Add("ins", StandIns.Readable(found.What)).Close();
        }
        html.Close().Line();
    }

    private void New(Html html, ImmutableArray<PlanStep> steps)
    {
        if (steps.IsEmpty)
            return;
        html.Open("details", ("open", steps.Length <= 30 ? "" : null));
        html.Open("summary").Add("h3", $"New ({steps.Length})").Close();
        html.Open("ul", ("class", "steps columns"));
        foreach (var step in steps)
        {
            html.Open("li");
            Page.Link(html, step.Urn, step.State.Name);
            html.Text(" ").Add("small", Names.Type(step.State.Type)).Close();
        }
        html.Close().Close().Line();
    }
}
