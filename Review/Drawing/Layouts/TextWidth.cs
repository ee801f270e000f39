namespace Review.Drawing.Layouts;

/// <summary>
/// How wide a text is at most. A picture is shown with whatever font the reader's system has, so every letter counts as wide as it is in the widest of the usual
/// ones (DejaVu Sans and Verdana).
/// </summary>
internal static class TextWidth
{
    // Bold letters of DejaVu Sans are a ninth wider.
    private const double Bold = 1.11;

    /// <summary>The width in pixels.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The size of the font in pixels.</param>
    /// <param name="bold">Whether it is bold.</param>
    public static int Of(string text, double size, bool bold = false)
    {
        var em = 0.0;
        foreach (var letter in text)
            em += Letter(letter);
        return (int)Math.Ceiling(em * size * (bold ? Bold : 1));
    }

    /// <summary>The text, or as much of it as fits, with an ellipsis.</summary>
    public static string Fit(string text, int width, double size, bool bold = false)
    {
        if (Of(text, size, bold) <= width)
            return text;
        var length = text.Length;
        while (length > 1 && Of(string.Concat(text.AsSpan(0, length), "…"), size, bold) > width)
            length--;
        return string.Concat(text.AsSpan(0, length).TrimEnd(), "…");
    }

    // Parts of an em in DejaVu Sans; what is not here may be as wide as a Chinese character.
    private static double Letter(char letter) =>
        letter switch
        {
            'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' or ' ' or '·' => 0.34,
            'f' or 't' or 'r' or 'I' or '-' or '/' or '(' or ')' => 0.42,
            'm' or 'w' or 'M' or 'W' or '…' or '@' or '%' => 1.0,
            >= 'a' and <= 'z' => 0.635,
            >= 'A' and <= 'Z' => 0.76,
            >= '0' and <= '9' or '_' => 0.64,
            < '\u0370' => 0.84,
            _ => 1.0,
        };
}
