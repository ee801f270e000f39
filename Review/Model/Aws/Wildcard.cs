namespace Review.Model.Aws;

/// <summary>Patterns as AWS policies write them: <c>*</c> stands for any text, <c>?</c> for one character.</summary>
internal static class Wildcard
{
    /// <summary>Whether a pattern covers a text. Letter case does not matter, as in actions.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int at = 0,
            next = 0,
            star = -1,
            mark = 0;
        while (at < text.Length)
            if (next < pattern.Length && pattern[next] == '*')
                (star, mark, next) = (next, at, next + 1);
            else if (next < pattern.Length && (pattern[next] == '?' || Same(pattern[next], text[at])))
                (at, next) = (at + 1, next + 1);
            else if (star >= 0)
                (next, mark, at) = (star + 1, mark + 1, mark + 1);
            else
                return false;
        return pattern[next..].TrimStart('*').IsEmpty;
    }

    private static bool Same(char left, char right) =>
        left == right || char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
