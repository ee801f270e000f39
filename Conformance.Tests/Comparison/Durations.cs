using System.Globalization;
using System.Text.RegularExpressions;

namespace Conformance.Tests.Comparison;

/// <summary>Reads durations as Go writes them.</summary>
internal static partial class Durations
{
    /// <summary>Replaces every duration in a text, such as <c>"1h30m"</c> or <c>"300000000000ns"</c>, by its seconds.</summary>
    public static string InSeconds(string text) =>
        Duration().Replace(text, match => Part().Matches(match.Value).Sum(Seconds).ToString(CultureInfo.InvariantCulture));

    private static double Seconds(Match part)
    {
        var amount = double.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture);
        return part.Groups[2].Value switch
        {
            "h" => amount * 3600,
            "ms" => amount / 1e3,
            "m" => amount * 60,
            "ns" => amount / 1e9,
            _ => amount,
        };
    }

    [GeneratedRegex("\"([0-9.]+(h|ms|ns|m|s))+\"")]
    private static partial Regex Duration();

    [GeneratedRegex("([0-9.]+)(h|ms|ns|m|s)")]
    private static partial Regex Part();
}
