using Review.Comparison;
using Review.Comparison.Accepted;
using Review.Model;

namespace Infra.Cli.Output;

/// <summary>Two stacks side by side as people read them: what counts first, then what nobody accepted.</summary>
internal sealed class CompareReport
{
    private const int AreaWidth = 12;
    private const int HighlightsWidth = 120;
    private const int ValueLength = 60;

    // More than a screen of them is read with --diff, by component.
    private const int MostUnexpected = 25;

    private readonly Terminal _terminal;
    private readonly StackComparison _comparison;
    private readonly List<StackDifference> _shown;

    private CompareReport(Terminal terminal, StackComparison comparison, string? filter)
    {
        (_terminal, _comparison) = (terminal, comparison);
        _shown = [.. comparison.Differences.Where(difference => Matches(difference, filter))];
    }

    /// <summary>Writes the report.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="comparison">What differs.</param>
    /// <param name="diff">Whether every difference is shown.</param>
    /// <param name="filter">Beginning of the types to show. Default: all.</param>
    public static void Write(Terminal terminal, StackComparison comparison, bool diff, string? filter)
    {
        var report = new CompareReport(terminal, comparison, filter);
        report.Header();
        if (filter is null)
            report.Highlights();
        if (diff)
            report.Every();
        report.Verdict(diff);
    }

    /// <summary>Whether the type of a difference begins so, as people write types or in full.</summary>
    public static bool Matches(StackDifference difference, string? filter) =>
        filter is null
        || difference.Type.StartsWith(filter, StringComparison.OrdinalIgnoreCase)
        || TypeNames.Short(difference.Type).StartsWith(filter, StringComparison.OrdinalIgnoreCase);

    private void Header()
    {
        var line = new Line().Add(_comparison.Left.Stack, Style.Strong).Add(" → ").Add(_comparison.Right.Stack, Style.Strong);
        _terminal.WriteLine(
            line.Add($" · {_comparison.Left.System}").PadTo(79).Add("offline, nothing is contacted", Style.Faint)
        );
        _terminal.WriteLine();
    }

    private void Highlights()
    {
        foreach (var area in _comparison.Highlights.GroupBy(highlight => highlight.Area))
        {
            var line = new Line().Add(area.Key, Style.Strong).PadTo(AreaWidth);
            foreach (var highlight in area)
            {
                var text = $"{highlight.Label} {highlight.Left} → {highlight.Right}";
                if (line.Length > AreaWidth && line.Length + text.Length + 3 > HighlightsWidth)
                {
                    _terminal.WriteLine(line.Add(" ·", Style.Faint), cut: false);
                    line = new Line().PadTo(0).Add(new string(' ', AreaWidth));
                }
                line.Add(line.Length > AreaWidth ? " · " : "", Style.Faint).Add(text);
            }
            _terminal.WriteLine(line, cut: false);
        }
        if (_comparison.Highlights.Length > 0)
            _terminal.WriteLine();
    }

    private void Every()
    {
        foreach (var component in _shown.GroupBy(difference => difference.Component))
        {
            _terminal.WriteLine(component.Key ?? "below the stack", Style.Strong);
            foreach (var resource in component.GroupBy(difference => (difference.Type, difference.Name)))
                Resource([.. resource]);
        }
        if (_shown.Count > 0)
            _terminal.WriteLine();
    }

    private void Resource(List<StackDifference> differences)
    {
        var first = differences[0];
        var head = new Line().Add("  ").Add(Title(first));
        if (first.IsOnlyInOne)
            Row(head.Add("  ").Add(OnlyIn(first)), first);
        else
        {
            _terminal.WriteLine(head);
            foreach (var difference in differences)
                Row(new Line().Add($"    {difference.Path}: ").Add(Values(difference, 200)), difference);
        }
    }

    private void Row(Line line, StackDifference difference) =>
        _terminal.WriteLine(difference.Accepted is null ? line.Add("  unexpected", Style.Danger) : line, cut: false);

    private void Verdict(bool diff)
    {
        var unexpected = _comparison.Unexpected.Count();
        var line = new Line()
            .Add($"Accepted differences {_comparison.Differences.Length - unexpected}")
            .Add($" ({AcceptedDifferences.File})", Style.Faint);
        line.Add(" · ").Add($"unexpected {unexpected}", unexpected == 0 ? Style.Plain : Style.Danger);
        if (_comparison.Stale.Length > 0)
            line.Add(" · ").Add($"no longer needed {_comparison.Stale.Length}", Style.Danger);
        _terminal.WriteLine(line, cut: false);
        if (!diff)
            Unexpected();
        foreach (var stale in _comparison.Stale)
            _terminal.WriteLine(new Line().Add("  stale       ", Style.Danger).Add(stale), cut: false);
    }

    private void Unexpected()
    {
        var rows = new TreeRows();
        var unexpected = _shown.Where(difference => difference.Accepted is null).ToList();
        foreach (var difference in unexpected.Take(MostUnexpected))
        {
            var left = new Line().Add("  ").Add("unexpected", Style.Danger).Add("  ").Add(Title(difference));
            if (difference.IsOnlyInOne)
                rows.Add(left, OnlyIn(difference));
            else
                rows.Add(left, new Line().Add($"{difference.Path}  ").Add(Values(difference, ValueLength)));
        }
        rows.Write(_terminal);
        if (unexpected.Count > MostUnexpected)
            _terminal.WriteLine($"  … and {unexpected.Count - MostUnexpected} more: --diff shows them by component");
    }

    private static string Title(StackDifference difference) => $"{TypeNames.Short(difference.Type)} {difference.Name}";

    private Line OnlyIn(StackDifference difference)
    {
        var stack = difference.RightName is null ? _comparison.Left.Stack : _comparison.Right.Stack;
        var line = new Line().Add($"only in {stack}", Style.Change);
        return difference.Inside == 0
            ? line
            : line.Add($", with {Words.Count(difference.Inside, "resource")} in it", Style.Faint);
    }

    private static Line Values(StackDifference difference, int length) =>
        new Line()
            .Add(ValueText.Short(difference.Left, length), Style.Change)
            .Add(" → ", Style.Faint)
            .Add(ValueText.Short(difference.Right, length), Style.Change);
}
