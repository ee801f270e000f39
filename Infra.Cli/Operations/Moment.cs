using System.Globalization;
using Engine;

namespace Infra.Cli.Operations;

/// <summary>A point in time as people type it: how long ago (<c>90s</c>, <c>15m</c>, <c>2h</c>, <c>3d</c>), or a date with a time.</summary>
internal static class Moment
{
    /// <summary>What is understood, for messages.</summary>
    public const string Want = "how long ago, such as 15m, 2h or 3d, or a time such as 2026-01-31T03:25:00Z";

    /// <summary>Reads one. A time without a zone is UTC, as AWS writes them.</summary>
    /// <param name="option">Which option it is from, for the message.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="now">When that was.</param>
    /// <exception cref="InputException">It is neither, or in the future.</exception>
    public static DateTimeOffset Parse(string option, string text, DateTimeOffset now)
    {
        if (Ago(text) is { } ago)
            return now - ago;
        if (
            !DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time
            )
        )
            throw new InputException(option, [$"got {text}, want {Want}"]);
        return time <= now
            ? time
            : throw new InputException(option, [$"got {text}, which is still to come, want {Want}; without a zone it is UTC"]);
    }

    /// <summary>A time as AWS takes it, to the second.</summary>
    public static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static TimeSpan? Ago(string text)
    {
        if (
            text.Length < 2
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number > 100_000
        )
            return null;
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => null,
        };
    }
}
