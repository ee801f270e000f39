using System.Text;

namespace Infra.Cli.Output.Markdown;

/// <summary>
/// Text of a plan as Markdown that stays what it is: whatever a name or value holds, it is shown as it is written, mentions nobody and ends no
/// section.
/// </summary>
internal static class MarkdownText
{
    /// <summary>Text between backquotes, in which neither Markdown nor HTML nor an @ means anything.</summary>
    /// <param name="text">What to show; line breaks and control characters become spaces.</param>
    /// <param name="length">At most so many characters.</param>
    public static string Code(string text, int length = 200)
    {
        var line = OneLine(text, length);
        if (line.Length == 0)
            return "``` ```";
        var fence = new string('`', LongestRun(line) + 1);
        // Backquotes and spaces at the ends would be taken for the fence, or left out.
        var pad = line[0] is '`' or ' ' || line[^1] is '`' or ' ' ? " " : "";
        return $"{fence}{pad}{line}{pad}{fence}";
    }

    /// <summary>Text outside of code: every character that could mean something is escaped, and an @ mentions nobody.</summary>
    public static string Plain(string text, int length = 400)
    {
        var escaped = new StringBuilder();
        foreach (var letter in OneLine(text, length))
            escaped.Append(
                letter switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '@' => "@<!-- -->",
                    '#' => "#<!-- -->",
                    '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '!' => $"\\{letter}",
                    _ => $"{letter}",
                }
            );
        return escaped.ToString();
    }

    private static string OneLine(string text, int length)
    {
        var line = new StringBuilder(Math.Min(text.Length, length));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= length)
                return line.Append('…').ToString();
            // A mark that turns the direction of writing would show another text than is there.
            if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format)
                line.Append(' ');
            else
                line.Append(rune);
        }
        return line.ToString();
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var letter in text)
            longest = Math.Max(longest, run = letter == '`' ? run + 1 : 0);
        return longest;
    }
}
