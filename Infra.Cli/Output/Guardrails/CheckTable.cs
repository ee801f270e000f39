using Review.Guardrails;
using Review.Guardrails.Waivers;

namespace Infra.Cli.Output.Guardrails;

/// <summary>What the guardrails say, for people: what is to do on top, what is allowed below, how many of what at the end.</summary>
internal static class CheckTable
{
    private const int DetailColumn = 54;

    /// <summary>Writes the reports.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="reports">One of each stack.</param>
    /// <param name="brief">Leaves out what is allowed and what is unknown, and says each stack in one line.</param>
    public static void Write(Terminal terminal, IReadOnlyList<GuardrailReport> reports, bool brief)
    {
        var width = reports.Count == 0 ? 0 : reports.Max(report => report.Stack.Length);
        var open = reports.SelectMany(report => report.Open.Select(finding => (report.Stack, Finding: finding)));
        foreach (var rule in open.GroupBy(one => one.Finding.Rule).OrderByDescending(rule => rule.Key.Grade))
            Rule(terminal, rule.Key, [.. rule], reports.Count > 1 ? width : 0);
        foreach (var (report, note) in reports.SelectMany(report => report.Notes.Select(note => (report, note))))
            terminal.WriteLine(new Line().Add("! ", Style.Danger).Add($"{report.Stack}: ").Add(note), cut: false);
        if (reports.Any(report => report.Notes.Length > 0))
            terminal.WriteLine();
        if (!brief)
            foreach (var report in reports)
            {
                Section(terminal, "Waived", report.Waived, finding => Allowed(finding.Waiver!));
                Section(terminal, "Cannot know before deployment", report.Unknown, finding => finding.Verdict.Detail);
            }
        foreach (var report in reports)
            terminal.WriteLine(Label(report, reports.Count > 1 ? width : 0).Add(Counts(report)), cut: false);
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

    // One stack needs no name before each line: it is in everybody's mind.
    private static Line Label(GuardrailReport report, int width) =>
        width == 0
            ? new Line().Add("Guardrails", Style.Strong).Add(" ")
            : new Line().Add(report.Stack, Style.Strong).PadTo(width + 2);

    private static string Allowed(Waiver waiver) => $"{waiver.Reason} ({waiver.Owner}, until {waiver.Expires:yyyy-MM-dd})";

    private static void Rule(Terminal terminal, Guardrail rule, List<(string Stack, Finding Finding)> findings, int width)
    {
        terminal.WriteLine(
            new Line()
                .Add($"! {rule.Grade.ToString().ToUpperInvariant()} ", Style.Danger)
                .Add(rule.Id, Style.Strong)
                .Add($"  {rule.Title}"),
            cut: false
        );
        foreach (var (stack, finding) in findings)
        {
            var line = new Line().Add("    ");
            if (width > 0)
                line.Add(stack).PadTo(width + 6);
            terminal.WriteLine(
                line.Add($"{Names.Type(finding.Resource.Type)} {finding.Resource.Name}")
                    .PadTo(DetailColumn + (width > 0 ? width + 2 : 0))
                    .Add(finding.Verdict.Detail),
                cut: false
            );
        }
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
