using Engine.Planning;
using Review.Changes;

namespace Infra.Cli.Output;

/// <summary>A plan as people read it: what it takes away, the tree, the counts, what was said, what was assumed.</summary>
internal static class PlanReport
{
    /// <summary>What a preview says of itself.</summary>
    public const string Offline = "offline, nothing is contacted";

    private const int LabelWidth = 11;
    private const int RightColumn = 79;

    /// <summary>Writes the report, without the errors: they come last, by themselves.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="compares">Whether it was made against a baseline.</param>
    /// <param name="detail">How much of it.</param>
    /// <param name="filter">Beginning of the types to show. Default: all.</param>
    /// <param name="judgements">What else there is to say of the plan as a whole, a labelled line each. Default: nothing.</param>
    /// <param name="remark">What it was made from, at the end of the first line.</param>
    public static void Write(
        Terminal terminal,
        Plan plan,
        bool compares,
        TreeDetail detail,
        string? filter = null,
        IEnumerable<(string Label, Line Text)>? judgements = null,
        string remark = Offline
    )
    {
        Header(terminal, plan, remark);
        terminal.WriteLine();
        var changes = new PlanChanges(plan);
        Dangers.Write(terminal, changes);
        var roots = PlanNode.Forest(plan, filter);
        if (roots.Count == 0)
            terminal.WriteLine(
                filter is null ? "No resources" : $"No resource has a type that begins with {filter}",
                Style.Faint
            );
        PlanTree.Write(terminal, roots, compares, detail);
        terminal.WriteLine();
        var remarks = plan.Diagnostics.RemoveAll(said => said.Severity == Severity.Error || Dangers.Cover(changes, said));
        if (remarks.Length > 0)
        {
            DiagnosticText.Write(terminal, remarks);
            terminal.WriteLine();
        }
        Label(terminal, "Plan", Counts(plan));
        foreach (var (label, text) in judgements ?? [])
            Label(terminal, label, text);
        Assumed(terminal, plan);
    }

    /// <summary>How many of what: <c>142 to create, 0 to change, 0 to replace, 0 to delete</c>, and the rarer kinds where there are any.</summary>
    public static Line Counts(Plan plan)
    {
        var counts = plan.ChangeSummary;
        var line = new Line();
        Add(StepOp.Create, "to create", always: true);
        Add(StepOp.Update, "to change", always: true);
        Add(StepOp.Replace, "to replace", always: true);
        Add(StepOp.Delete, "to delete", always: true);
        Add(StepOp.Import, "to import", always: false);
        Add(StepOp.Read, "to read", always: false);
        Add(StepOp.Discard, "to forget", always: false);
        Add(StepOp.Same, "unchanged", always: false);
        return line;

        void Add(StepOp op, string words, bool always)
        {
            var count = counts[op];
            if (count > 0 || always)
                line.Add(line.Length == 0 ? "" : ", ").Add($"{count} {words}", count == 0 ? Style.Plain : op.Style());
        }
    }

    private static void Header(Terminal terminal, Plan plan, string remark)
    {
        var line = new Line().Add(plan.Project, Style.Strong).Add(" · ").Add(plan.Stack, Style.Strong);
        foreach (var part in new[] { System(plan), plan.Config.GetValueOrDefault("aws:region") }.OfType<string>())
            line.Add(" · ").Add(part);
        terminal.WriteLine(line.PadTo(RightColumn).Add(remark, Style.Faint));
    }

    // A stack belongs to one system: the component at the top of its tree says which.
    private static string? System(Plan plan) =>
        plan.Steps.FirstOrDefault(step => step.State.Type.StartsWith("idp:system:", StringComparison.Ordinal))?.State.Name;

    private static void Assumed(Terminal terminal, Plan plan)
    {
        foreach (var group in plan.Assumptions.Distinct().GroupBy(assumption => assumption.Source))
            Label(
                terminal,
                "Assumed",
                new Line()
                    .Add(string.Join(", ", group.Select(assumption => $"{assumption.Name} {assumption.Value}")))
                    .PadTo(RightColumn - LabelWidth)
                    .Add($"set in {group.Key}", Style.Faint)
            );
    }

    private static void Label(Terminal terminal, string label, Line text) =>
        terminal.WriteLine(new Line().Add(label.PadRight(LabelWidth), Style.Strong).Add(text), cut: false);
}
