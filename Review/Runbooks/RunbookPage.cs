using System.Collections.Immutable;

namespace Review.Runbooks;

/// <summary>A page of docs/runbooks as it was written.</summary>
/// <param name="Name">Its file without the ending, such as <c>database</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Intro">What stands before its first section.</param>
/// <param name="Sections">Its sections.</param>
public sealed record RunbookPage(string Name, string Title, ImmutableArray<string> Intro, ImmutableArray<RunbookSection> Sections)
{
    /// <summary>Reads a page.</summary>
    /// <param name="name">Its file without the ending.</param>
    /// <param name="text">Markdown: one heading, then sections under headings of the second level.</param>
    public static RunbookPage Read(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (title, code) = (name, false);
        var intro = new List<string>();
        var sections = new List<(string Title, List<string> Lines)>();
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            // In a block of code a # is a comment of the shell.
            code ^= line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (!code && line.StartsWith("# ", StringComparison.Ordinal))
                title = line[2..].Trim();
            else if (!code && line.StartsWith("## ", StringComparison.Ordinal))
                sections.Add((line[3..].Trim(), []));
            else
                (sections.Count == 0 ? intro : sections[^1].Lines).Add(line);
        }
        return new(
            name,
            title,
            Trimmed(intro),
            [.. sections.Select(section => new RunbookSection(section.Title, Anchor(section.Title), Trimmed(section.Lines)))]
        );
    }

    /// <summary>A heading as GitHub makes an anchor of it: small letters and digits, hyphens for spaces.</summary>
    public static string Anchor(string heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        return string.Concat(
            heading
                .ToLowerInvariant()
                .Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')
                .Select(letter => letter == ' ' ? '-' : letter)
        );
    }

    internal static ImmutableArray<string> Trimmed(IEnumerable<string> lines)
    {
        var all = lines.SkipWhile(string.IsNullOrWhiteSpace).ToList();
        while (all.Count > 0 && string.IsNullOrWhiteSpace(all[^1]))
            all.RemoveAt(all.Count - 1);
        return [.. all];
    }
}
