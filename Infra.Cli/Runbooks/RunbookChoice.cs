using System.Collections.Immutable;
using Engine;
using Engine.Text;
using Infra.Cli.Output;
using Review.Runbooks;

namespace Infra.Cli.Runbooks;

/// <summary>What somebody asks the runbooks for: an alarm or a section.</summary>
/// <param name="Alarms">The alarms that were named; none where it was a page or a section.</param>
/// <param name="Pages">What to read.</param>
internal sealed record RunbookChoice(ImmutableArray<RunbookAlarm> Alarms, ImmutableArray<FilledPage> Pages)
{
    /// <summary>
    /// Finds what a word means: an alarm by its physical or logical name or by the end of it (<c>database-cpu</c>), a page (<c>database</c>), a section
    /// (<c>database#cpu</c>, or <c>cpu</c> on whatever page of the stack has it).
    /// </summary>
    /// <exception cref="InputException">It is none of them; with what is like it.</exception>
    public static RunbookChoice Of(StackRunbook runbook, string word)
    {
        var alarms = runbook.Alarms.Where(alarm => alarm.Name == word || alarm.Logical == word).ToImmutableArray();
        if (alarms.IsEmpty)
            alarms = [.. runbook.Alarms.Where(alarm => alarm.Name.EndsWith($"-{word}", StringComparison.Ordinal))];
        if (!alarms.IsEmpty)
            return new(alarms, OfAlarms(runbook, alarms));
        var parts = word[(word.LastIndexOf('/') + 1)..].Split('#');
        var name = parts[0].EndsWith(".md", StringComparison.Ordinal) ? parts[0][..^3] : parts[0];
        var section = parts.Length > 1 ? parts[1] : null;
        if (runbook.Written.FirstOrDefault(page => page.Name == name) is { } named && Has(named, section))
            return new([], [runbook.Page(named, section)]);
        var found = runbook
            .Pages()
            .Where(page => page.Sections.Any(one => one.Anchor == word))
            .Select(page => runbook.Page(runbook.Written.First(written => written.Name == page.Name), word))
            .ToImmutableArray();
        return found.IsEmpty ? throw Unknown(runbook, word) : new([], found);
    }

    private static bool Has(RunbookPage page, string? section) =>
        section is null || page.Sections.Any(one => one.Anchor == section);

    // Alarms of one kind lead to one section, which is then about all that they watch.
    private static ImmutableArray<FilledPage> OfAlarms(StackRunbook runbook, ImmutableArray<RunbookAlarm> alarms) =>
        [
            .. alarms
                .GroupBy(alarm => (alarm.Page, alarm.Anchor))
                .Select(group =>
                    runbook.Page(
                        runbook.Written.FirstOrDefault(page => page.Name == group.Key.Page)
                            ?? throw new InputException(
                                "infra runbook",
                                [
                                    $"{group.First().Name}: got the page {group.Key.Page}, want one that is in {RunbookFolder.Folder}",
                                ]
                            ),
                        group.Key.Anchor,
                        group.First() with
                        {
                            About = [.. group.SelectMany(alarm => alarm.About)],
                        }
                    )
                ),
        ];

    private static InputException Unknown(StackRunbook runbook, string word)
    {
        var sections = runbook.Written.SelectMany(page =>
            page.Sections.SelectMany(section => (string[])[section.Anchor, $"{page.Name}#{section.Anchor}"]).Append(page.Name)
        );
        var known = runbook
            .Alarms.SelectMany(alarm => (string[])[alarm.Name, alarm.Logical])
            .Concat(sections)
            .Distinct()
            .ToList();
        var hint = Suggestion.Nearest(word, known) is { } near ? $"did you mean {near}?" : "";
        return new(
            "infra runbook",
            [
                $"got {ValueText.Quoted(word)}, want an alarm of {runbook.Stack}, a page or a section; {(hint.Length > 0 ? hint : $"infra runbook {runbook.Stack} --list has them")}",
            ]
        );
    }
}
