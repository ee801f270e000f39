namespace Review.Runbooks;

/// <summary>Finds names in braces, such as <c>{db-instance}</c>. Braces around anything else than small letters and hyphens belong to the text.</summary>
internal static class Braces
{
    /// <summary>The names in a text, from left to right, each once.</summary>
    public static List<string> In(string text)
    {
        var names = new List<string>();
        for (var at = 0; Next(text, at) is { } found; at = found.End)
            if (!names.Contains(found.Name))
                names.Add(found.Name);
        return names;
    }

    /// <summary>The text with other texts in the place of names in braces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">What stands for a name; nothing leaves it as it is. It is told whether the name fills a span of code alone.</param>
    public static string Replace(string text, Func<string, bool, string?> value)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
            return text;
        var written = new System.Text.StringBuilder(text.Length + 32);
        var at = 0;
        while (Next(text, at) is { } found)
        {
            var alone = found.Start > 0 && text[found.Start - 1] == '`' && found.End < text.Length && text[found.End] == '`';
            written.Append(text, at, found.Start - at).Append(value(found.Name, alone) ?? text[found.Start..found.End]);
            at = found.End;
        }
        return written.Append(text, at, text.Length - at).ToString();
    }

    private static (string Name, int Start, int End)? Next(string text, int from)
    {
        for (var open = text.IndexOf('{', from); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var end = open + 1;
            while (end < text.Length && (char.IsAsciiLetterLower(text[end]) || text[end] == '-'))
                end++;
            // ${HOME} is the shell's.
            if (end > open + 1 && end < text.Length && text[end] == '}' && (open == 0 || text[open - 1] != '$'))
                return (text[(open + 1)..end], open, end + 1);
        }
        return null;
    }
}
