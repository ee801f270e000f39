namespace Review.Guardrails;

/// <summary>Orders texts as people do: letter case does not matter, and <c>RDS.3</c> stands before <c>RDS.10</c>.</summary>
public sealed class NaturalOrder : IComparer<string>
{
    /// <summary>The only one.</summary>
    public static readonly NaturalOrder Instance = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var order =
                char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0])
                    ? Number(ref left).CompareTo(Number(ref right))
                    : Letter(ref left).CompareTo(Letter(ref right));
            if (order != 0)
                return order;
        }
        return left.Length.CompareTo(right.Length);
    }

    private static char Letter(ref ReadOnlySpan<char> text)
    {
        var letter = char.ToUpperInvariant(text[0]);
        text = text[1..];
        return letter;
    }

    private static long Number(ref ReadOnlySpan<char> text)
    {
        long number = 0;
        for (; !text.IsEmpty && char.IsAsciiDigit(text[0]); text = text[1..])
            number = number * 10 + (text[0] - '0');
        return number;
    }
}
