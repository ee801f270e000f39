using System.Collections.Immutable;
using Engine.Planning;
using Review.Model;

namespace Review.Runbooks;

/// <summary>The runbooks of one stack.</summary>
public sealed class StackRunbook
{
    private readonly Plan _plan;
    private readonly StackModel _model;
    private readonly ImmutableArray<RunbookPage> _pages;
    private readonly ILookup<string, string> _leads;

    /// <summary>Reads a plan.</summary>
    /// <param name="plan">A plan that was made with <see cref="StandIns"/>.</param>
    /// <param name="pages">The pages as they were written.</param>
    public StackRunbook(Plan plan, IEnumerable<RunbookPage> pages)
    {
        ArgumentNullException.ThrowIfNull(plan);
        (_plan, _model) = (plan, StackModel.Of(plan));
        _pages = [.. pages.OrderBy(page => page.Name, StringComparer.Ordinal)];
        Alarms = RunbookAlarm.Of(_model);
        _leads = Alarms.ToLookup(alarm => $"{alarm.Page}#{alarm.Anchor}", alarm => alarm.Name);
    }

    /// <summary>The stack.</summary>
    public string Stack => _plan.Stack;

    /// <summary>Its alarms by name.</summary>
    public ImmutableArray<RunbookAlarm> Alarms { get; }

    /// <summary>All pages as they were written.</summary>
    public IEnumerable<RunbookPage> Written => _pages;

    /// <summary>What concerns the stack, page by page.</summary>
    public ImmutableArray<FilledPage> Pages()
    {
        var names = Names(null);
        return [.. _pages.Select(page => Fill(page, names)).OfType<FilledPage>()];
    }

    /// <summary>One page: what of it concerns the stack, or all of it where nothing does.</summary>
    /// <param name="page">The page.</param>
    /// <param name="anchor">The only section that is wanted. Default: all of them.</param>
    /// <param name="alarm">The alarm that rings: what it watches is what the names stand for. Default: none.</param>
    public FilledPage Page(RunbookPage page, string? anchor = null, RunbookAlarm? alarm = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        var names = Names(alarm);
        if (anchor is null && Fill(page, names) is { } own)
            return own;
        var sections = page.Sections.Where(section => anchor is null || section.Anchor == anchor);
        var intro = anchor is null ? TextFiller.Fill(names, page.Intro).Lines : [];
        return new(
            page.Name,
            page.Title,
            intro,
            [.. sections.Select(section => Filled(page, section, TextFiller.Fill(names, section.Lines)))]
        );
    }

    // A page concerns a stack that has an alarm for it or something that it names; one that names nothing concerns all.
    private FilledPage? Fill(RunbookPage page, StackNames names)
    {
        var intro = TextFiller.Fill(names, page.Intro);
        var sections = page.Sections.Select(section => (Section: section, Text: TextFiller.Fill(names, section.Lines))).ToList();
        var isLedTo = page.Sections.Any(section => _leads.Contains($"{page.Name}#{section.Anchor}"));
        if (intro.Concerned is false && !isLedTo)
            return null;
        var answers = sections.Select(section => section.Text.IsAboutTheStack).Append(intro.IsAboutTheStack).ToList();
        if (!isLedTo && answers.Any(answer => answer is not null) && !answers.Contains(true))
            return null;
        return new(
            page.Name,
            page.Title,
            intro.Lines,
            [
                .. sections
                    .Where(one => one.Text.IsAboutTheStack is not false || _leads.Contains($"{page.Name}#{one.Section.Anchor}"))
                    .Select(one => Filled(page, one.Section, one.Text)),
            ]
        );
    }

    private FilledSection Filled(RunbookPage page, RunbookSection section, FilledText text) =>
        new(section.Title, section.Anchor, text.Lines, [.. _leads[$"{page.Name}#{section.Anchor}"]]);

    private StackNames Names(RunbookAlarm? alarm) =>
        new(_plan, _model, alarm?.Name ?? Alarms.FirstOrDefault()?.Name ?? "<alarm>", Prefix(), alarm?.About);

    // Names of alarms begin with that of the system and its environment, up to a hyphen.
    private string Prefix()
    {
        if (Alarms.IsEmpty)
            return "";
        var (first, last) = (Alarms[0].Name, Alarms[^1].Name);
        var common = first.TakeWhile((letter, at) => at < last.Length && last[at] == letter).Count();
        return first[..(first[..common].LastIndexOf('-') + 1)];
    }
}
