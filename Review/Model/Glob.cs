namespace Review.Model;

/// <summary>Patterns in which <c>*</c> stands for any text.</summary>
internal static class Glob
{
    /// <summary>Whether the whole text is as the pattern says; everything but <c>*</c> stands for itself.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text) => Matches(pattern, text, asPolicies: false);

    /// <summary>The same as AWS policies write patterns: <c>?</c> stands for one character, and letter case does not matter, as in actions.</summary>
    public static bool MatchesAsPolicies(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text) =>
        Matches(pattern, text, asPolicies: true);

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, bool asPolicies)
    {
        // Where the last star was met, and where in the text what follows it is tried next.
        var (star, retry) = (-1, 0);
        var (at, on) = (0, 0);
        while (on < text.Length)
            if (at < pattern.Length && pattern[at] == '*')
                (star, retry) = (at++, on);
            else if (at < pattern.Length && (pattern[at] == text[on] || asPolicies && Fits(pattern[at], text[on])))
                (at, on) = (at + 1, on + 1);
            else if (star >= 0)
                (at, on) = (star + 1, ++retry);
            else
                return false;
        return pattern[at..].IndexOfAnyExcept('*') < 0;
    }

    private static bool Fits(char pattern, char letter) =>
        pattern == '?' || char.ToUpperInvariant(pattern) == char.ToUpperInvariant(letter);
}
