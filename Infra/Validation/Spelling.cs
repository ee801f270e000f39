namespace Infra.Validation;

/// <summary>Finds the word somebody meant, and lists words the way people write lists.</summary>
internal static class Spelling
{
    /// <summary>The known word nearest to a misspelt one, or nothing when none is near enough to be meant.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var best = known
            .Select(candidate => (candidate, distance: Distance(word, candidate)))
            .DefaultIfEmpty()
            .MinBy(c => c.distance);
        return best.candidate is not null && best.distance <= Math.Max(2, word.Length / 3) ? best.candidate : null;
    }

    /// <summary><c>a, b or c</c>.</summary>
    public static string OneOf(IReadOnlyCollection<string> words) => List(words, "or");

    /// <summary>The words with commas, the last one joined by a conjunction.</summary>
    public static string List(IReadOnlyCollection<string> words, string conjunction) =>
        words.Count <= 1
            ? string.Concat(words)
            : $"{string.Join(", ", words.Take(words.Count - 1))} {conjunction} {words.Last()}";

    // Levenshtein without regard to case: people forget capitals more often than letters.
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + change);
            }
            (previous, current) = (current, previous);
        }
        return previous[right.Length];
    }
}
