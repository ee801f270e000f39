using System.Globalization;

namespace Review.Model.Aws;

/// <summary>A daily or weekly window in UTC, as RDS and ElastiCache take it: <c>17:00-17:30</c>, <c>sun:18:00-sun:19:00</c>.</summary>
/// <param name="Start">Minutes after midnight.</param>
/// <param name="Length">How long it is, in minutes.</param>
internal sealed record TimeWindow(int Start, int Length)
{
    private const int Day = 24 * 60;

    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>The window that a text writes; nothing where it writes none.</summary>
    public static TimeWindow? Parse(string? text)
    {
        if (text?.Split('-') is not [var from, var to] || Minutes(from) is not { } start || Minutes(to) is not { } end)
            return null;
        // A week is a multiple of a day, so that this holds for both kinds.
        var span = from.Length > ShortForm ? Day * Days.Length : Day;
        return new TimeWindow(start % Day, (end - start + span) % span);
    }

    /// <summary>Whether two windows have a minute of some day in common; a daily one comes around on every day.</summary>
    public bool Overlaps(TimeWindow other) => other.Contains(Start) || Contains(other.Start);

    private bool Contains(int minute) => (minute - Start + Day) % Day < Length;

    // 17:00
    private const int ShortForm = 5;

    private static int? Minutes(string text)
    {
        var day = 0;
        var clock = text;
        if (text.Length > ShortForm)
        {
            day = Array.IndexOf(Days, text[..3].ToLowerInvariant());
            clock = text[4..];
        }
        return day >= 0 && TimeOnly.TryParseExact(clock, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? day * Day + time.Hour * 60 + time.Minute
            : null;
    }
}
