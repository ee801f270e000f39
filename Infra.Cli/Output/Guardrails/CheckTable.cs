using Review.Guardrails;

namespace Infra.Cli.Output.Guardrails;

/// <summary>What the guardrails say, for people: what is to do on top, what is allowed below, how many of what at the end.</summary>
internal static class CheckTable
{
    private const int LabelWidth = 11;
    private const int DetailColumn = 54;

    /// <summary>Writes the reports.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="reports">One of each stack.</param>
    /// <param name="brief">Leaves out what is allowed and what is unknown, and says each stack in one line.</param>
    public static void Write(Terminal terminal, IReadOnlyList<GuardrailReport> reports, bool brief)
    {
        var width = reports.Count == 0 ? 0 : reports.Max(report => report.Stack.Length);
        foreach (var report in reports)
        {
            foreach (var rule in report.Open.GroupBy(finding => finding.Rule))
                Rule(terminal, report, rule.Key, [.. rule]);
            foreach (var note in report.Notes)
                terminal.WriteLine(new Line().Add("! ", Style.Danger).Add($"{report.Stack}: ").Add(note), cut: false);
            if (!brief)
            {
                Section(
                    terminal,
                    "Waived",
                    report.Waived,
                    finding => $"{finding.Waiver!.Reason} ({finding.Waiver.Owner}, until {finding.Waiver.Expires:yyyy-MM-dd})"
                );
                Section(terminal, "Cannot know before deployment", report.Unknown, finding => finding.Verdict.Detail);
            }
        }
        foreach (var report in reports)
        {
            var label =
                reports.Count == 1
                    ? new Line().Add("Guardrails", Style.Strong).PadTo(LabelWidth)
                    : new Line().Add(report.Stack, Style.Strong).PadTo(width + 2);
            terminal.WriteLine(label.Add(Counts(report)), cut: false);
        }
    }

    /// <summary>How many rules came out how, in a line.</summary>
    public static Line Counts(GuardrailReport report)
    {
        var counts = report.Counts;
        var line = new Line()
            .Add($"{counts.Pass} pass, ")
            .Add($"{counts.Fail} fail", counts.Fail == 0 ? Style.Plain : Style.Danger);
        line.Add($", {counts.Waived} waived, {counts.CannotKnow} cannot know before deployment");
        if (report.Notes.Length > 0)
            line.Add(", ").Add($"{Words.Count(report.Notes.Length, "waiver")} to look at", Style.Change);
        return line;
    }

    private static void Rule(Terminal terminal, GuardrailReport report, Guardrail rule, List<Finding> findings)
    {
        var head = new Line()
            .Add("! ", Style.Danger)
            .Add($"{rule.Grade.ToString().ToUpperInvariant()} ", Style.Danger)
            .Add(rule.Id, Style.Strong);
        terminal.WriteLine(head.Add($"  {rule.Title}").Add($"  {report.Stack}", Style.Faint), cut: false);
        foreach (var finding in findings)
            terminal.WriteLine(
                new Line()
                    .Add($"    {Names.Type(finding.Resource.Type)} {finding.Resource.Name}")
                    .PadTo(DetailColumn)
                    .Add(finding.Verdict.Detail),
                cut: false
            );
        terminal.WriteLine($"    {rule.Fix}", Style.Faint);
        terminal.WriteLine();
    }

    private static void Section(
        Terminal terminal,
        string title,
        IReadOnlyCollection<Finding> findings,
        Func<Finding, string> text
    )
    {
        if (findings.Count == 0)
            return;
        terminal.WriteLine(title, Style.Strong);
        foreach (var same in findings.GroupBy(finding => (finding.Rule, Text: text(finding))))
        {
            var first = same.First().Resource;
            var others = same.Count() - 1;
            var who = $"{Names.Type(first.Type)} {first.Name}{(others == 0 ? "" : $" and {Words.Count(others, "other")}")}";
            terminal.WriteLine(
                new Line().Add($"    {same.Key.Rule.Id}  {who}").PadTo(DetailColumn).Add(same.Key.Text, Style.Faint)
            );
        }
        terminal.WriteLine();
    }
}
