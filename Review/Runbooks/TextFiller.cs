using System.Collections.Immutable;

namespace Review.Runbooks;

/// <summary>
/// Writes the names of a stack into a text. A command is written once for each resource that it can mean, and left out where there is none; in a sentence the
/// names stand beside each other. A comment such as <c>&lt;!-- {cache} --&gt;</c> says that the text is for stacks that have one of these.
/// </summary>
internal sealed class TextFiller(StackNames names)
{
    private readonly List<string> _lines = [];
    private int _kept;
    private int _dropped;
    private bool? _concerned;

    /// <summary>Fills a text.</summary>
    public static FilledText Fill(StackNames names, ImmutableArray<string> lines)
    {
        var filler = new TextFiller(names);
        for (var at = 0; at < lines.Length; at++)
        {
            if (!IsFence(lines[at]))
            {
                filler.Sentence(lines[at]);
                continue;
            }
            var end = at + 1;
            while (end < lines.Length && !IsFence(lines[end]))
                end++;
            filler.Code(lines[at], Commands(lines[(at + 1)..Math.Min(end, lines.Length)]));
            at = end;
        }
        return new(RunbookPage.Trimmed(filler._lines), filler._kept, filler._dropped, filler._concerned);
    }

    private static bool IsFence(string line) => line.TrimStart().StartsWith("```", StringComparison.Ordinal);

    // A backslash at the end of a line means that the command goes on.
    private static List<string> Commands(ImmutableArray<string> lines)
    {
        var commands = new List<string>();
        var goesOn = false;
        foreach (var line in lines)
        {
            if (goesOn)
                commands[^1] += "\n" + line;
            else
                commands.Add(line);
            goesOn = line.EndsWith('\\');
        }
        return commands;
    }

    private void Sentence(string line)
    {
        var found = Braces.In(line);
        var isAbout = found.Where(name => !names.IsOwn(name)).ToList();
        if (line.StartsWith("<!--", StringComparison.Ordinal))
        {
            if (isAbout.Count > 0)
                _concerned = isAbout.Any(name => names.Rows([name]).Count > 0);
            return;
        }
        if (line.StartsWith('|') && isAbout.Any(name => names.Rows([name]).Count == 0))
        {
            _dropped++;
            return;
        }
        if (isAbout.Any(name => names.Rows([name]).Count > 0))
            _kept++;
        // A blank line is not repeated where something between two of them was left out.
        if (line.Length > 0 || _lines is [.., { Length: > 0 }])
            _lines.Add(Braces.Replace(line, (name, alone) => Listed(name, alone)));
    }

    private string Listed(string name, bool alone)
    {
        var values = names.Rows([name]).Select(row => row.Values[name]).Distinct().ToList();
        return values.Count == 0 ? $"(no {name} in this stack)" : string.Join(alone ? "`, `" : ", ", values);
    }

    private void Code(string fence, List<string> commands)
    {
        var filled = Filled(commands);
        if (filled.Count == 0)
            return;
        _lines.Add(fence);
        _lines.AddRange(filled);
        _lines.Add(fence[..(fence.Length - fence.TrimStart().Length)] + "```");
    }

    private List<string> Filled(List<string> commands)
    {
        var named = commands.Select(Braces.In).ToList();
        var bases = named.Select(names.Base).Where(text => text.Length > 0).Distinct().ToList();
        if (bases.Count != 1)
            return [.. commands.Zip(named).SelectMany(command => Line(command.First, command.Second))];
        // All is about one kind of thing: the whole once for each, so that steps stay together.
        var all = named.SelectMany(one => one).Distinct().ToList();
        var rows = names.Rows(all);
        if (rows.Count == 0)
            _dropped++;
        else
            _kept++;
        return [.. rows.SelectMany(row => commands.SelectMany(command => Written(command, row).Split('\n')))];
    }

    private IEnumerable<string> Line(string command, List<string> found)
    {
        var rows = names.Rows(found);
        if (found.Any(name => !names.IsOwn(name)))
        {
            if (rows.Count == 0)
                _dropped++;
            else
                _kept++;
        }
        return rows.SelectMany(row => Written(command, row).Split('\n'));
    }

    // What is not in the region of the stack has to be asked for where it is.
    private static string Written(string command, NameRow row)
    {
        var isAsked = Braces.In(command).Count > 0 && command.TrimStart().StartsWith("aws ", StringComparison.Ordinal);
        var text = Braces.Replace(command, (name, _) => row.Values.GetValueOrDefault(name));
        return isAsked && row.Region is { } region && !text.Contains("--region", StringComparison.Ordinal)
            ? $"{text} --region {region}"
            : text;
    }
}
