using System.Buffers;
using System.Globalization;

namespace Engine.Monitor;

/// <summary>Reads durations as SDKs send them: <c>90s</c>, <c>1h30m</c>, <c>1.5h</c>, <c>250ms</c>.</summary>
internal static class GoDuration
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    private static readonly (string Unit, double Seconds)[] Units =
    [
        ("ns", 1e-9),
        ("us", 1e-6),
        ("µs", 1e-6),
        ("ms", 1e-3),
        ("s", 1),
        ("m", 60),
        ("h", 3600),
    ];

    /// <summary>The duration in seconds, or nothing when the text is none.</summary>
    public static double? Seconds(string text)
    {
        var rest = text.AsSpan();
        var total = 0d;
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept(Digits);
            if (
                digits <= 0
                || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            )
                return null;
            rest = rest[digits..];
            var letters = rest.IndexOfAny(Digits);
            var unit = letters < 0 ? rest : rest[..letters];
            var seconds = double.NaN;
            foreach (var (name, size) in Units)
                if (unit.SequenceEqual(name))
                    seconds = size;
            if (double.IsNaN(seconds))
                return null;
            total += number * seconds;
            rest = rest[unit.Length..];
        }
        return text.Length == 0 ? null : total;
    }
}
