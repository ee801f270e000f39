using Infra.Cli.Runbooks;
using Review.Runbooks;

namespace Infra.Cli.Output;

/// <summary>Runbooks as people read them: the Markdown of the pages, and the list of what there is.</summary>
internal static class RunbookReport
{
    /// <summary>Writes alarms that were asked about and the pages.</summary>
    public static void Write(Terminal terminal, RunbookChoice choice)
    {
        foreach (var alarm in choice.Alarms)
        {
            terminal.WriteLine(
                new Line()
                    .Add(alarm.Name, Style.Strong)
                    .Add($"  {alarm.Says}")
                    .Add($"  ({(alarm.Tells is { } topic ? $"tells {topic}" : "read by deployments")})", Style.Faint),
                cut: false
            );
        }
        if (!choice.Alarms.IsEmpty)
            terminal.WriteLine();
        Write(terminal, choice.Pages);
    }

    /// <summary>Writes pages.</summary>
    public static void Write(Terminal terminal, IEnumerable<FilledPage> pages)
    {
        var first = true;
        foreach (var page in pages)
        {
            if (!first)
                terminal.WriteLine();
            first = false;
            terminal.WriteLine(new Line().Add($"# {page.Title}", Style.Strong), cut: false);
            Lines(terminal, page.Intro);
            foreach (var section in page.Sections)
            {
                terminal.WriteLine();
                terminal.WriteLine(new Line().Add($"## {section.Title}", Style.Strong), cut: false);
                if (!section.Alarms.IsEmpty)
                {
                    terminal.WriteLine();
                    terminal.WriteLine(new Line().Add($"Alarms: {string.Join(", ", section.Alarms)}", Style.Faint), cut: false);
                }
                Lines(terminal, section.Lines);
            }
        }
    }

    /// <summary>Writes what there is: each page, its sections, and the alarms that lead to them.</summary>
    public static void List(Terminal terminal, StackRunbook runbook)
    {
        var rows = new TreeRows();
        foreach (var page in runbook.Pages())
        {
            rows.Add(new Line());
            rows.Add(new Line().Add(page.Title, Style.Strong), new Line().Add(page.Name, Style.Faint));
            foreach (var section in page.Sections)
                rows.Add(
                    new Line().Add($"  {page.Name}#{section.Anchor}"),
                    new Line().Add(section.Alarms.IsEmpty ? section.Title : string.Join(", ", section.Alarms), Style.Faint)
                );
        }
        rows.Write(terminal);
    }

    private static void Lines(Terminal terminal, IReadOnlyCollection<string> lines)
    {
        if (lines.Count > 0)
            terminal.WriteLine();
        foreach (var line in lines)
            terminal.WriteLine(new Line().Add(line), cut: false);
    }
}
