using System.Globalization;

namespace Infra.Cli.Output;

/// <summary>Small pieces of English.</summary>
internal static class Words
{
    /// <summary><c>1 resource</c>, <c>2 resources</c>.</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>Seconds as people read them: <c>0.31 s</c>, <c>12.4 s</c>, <c>3 min 20 s</c>.</summary>
    public static string Time(TimeSpan time) =>
        time.TotalSeconds switch
        {
            < 10 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s"),
            < 120 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s"),
        };

    /// <summary>The word of a list that is meant by a misspelt one. Default: none is near enough.</summary>
    public static string? Closest(string word, IEnumerable<string> words)
    {
        var (best, distance) = ((string?)null, Math.Max(1, word.Length / 3) + 1);
        foreach (var candidate in words)
        {
            var edits = Edits(word, candidate);
            if (edits < distance)
                (best, distance) = (candidate, edits);
        }
        return best;
    }

    private static int Edits(string from, string to)
    {
        // Optimal string alignment: inserting, dropping, changing a letter and swapping two neighbours cost one each.
        var costs = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
            costs[i, 0] = i;
        for (var j = 0; j <= to.Length; j++)
            costs[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        for (var j = 1; j <= to.Length; j++)
        {
            var change = char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1;
            costs[i, j] = Math.Min(Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1, costs[i - 1, j - 1] + change);
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
        }
        return costs[from.Length, to.Length];
    }
}
