namespace Engine.Text;

/// <summary>Finds what somebody meant when they misspelt a word.</summary>
public static class Suggestion
{
    /// <summary>
    /// The known word nearest to <paramref name="word"/>, by how many letters must be put in, taken out, changed or swapped; letter case counts
    /// for nothing. <see langword="null"/> where the nearest is so far away that naming it would mislead: more than a third of the letters.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var (best, limit) = (default(string), Math.Max(1, word.Length / 3) + 1);
        foreach (var candidate in known.Order(StringComparer.Ordinal))
            if (Math.Abs(candidate.Length - word.Length) < limit && Distance(word, candidate) is var distance && distance < limit)
                (best, limit) = (candidate, distance);
        return best;
    }

    /// <summary>The end of a message: "did you mean x?" where there is something near, else all that is known if that is short.</summary>
    public static string For(string word, IReadOnlyCollection<string> known) =>
        Nearest(word, known) is { } near ? $"did you mean {near}?"
        : known.Count is > 0 and <= 12 ? $"known: {string.Join(", ", known.Order(StringComparer.Ordinal))}"
        : "check the spelling";

    /// <summary>The number of single-letter edits between two words; a swap of neighbours is one edit.</summary>
    internal static int Distance(string left, string right)
    {
        var (before, last, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var column = 0; column <= right.Length; column++)
            last[column] = column;
        for (var line = 1; line <= left.Length; line++)
        {
            row[0] = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var change = last[column - 1] + (Same(left[line - 1], right[column - 1]) ? 0 : 1);
                row[column] = Math.Min(change, Math.Min(last[column], row[column - 1]) + 1);
                if (line > 1 && column > 1 && Same(left[line - 1], right[column - 2]) && Same(left[line - 2], right[column - 1]))
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
