using System.Text.RegularExpressions;

namespace Infra.Protection;

/// <summary>A span of time that comes back each day or each week, in UTC, as RDS writes its windows.</summary>
/// <param name="Start">Minutes since the beginning of Monday; of the day when the window is daily.</param>
/// <param name="Length">In minutes.</param>
/// <param name="IsDaily">Whether it comes back each day.</param>
internal sealed partial record WeekWindow(int Start, int Length, bool IsDaily)
{
    private const int Week = 7 * ClockTime.Day;
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Reads <c>17:00-17:30</c> or <c>sun:18:00-sun:19:00</c>; nothing when the text is no window.</summary>
    public static WeekWindow? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
            return null;
        var (from, to) = (At(match.Groups[1].Value, match.Groups[2].Value), At(match.Groups[3].Value, match.Groups[4].Value));
        var isDaily = match.Groups[1].Length == 0;
        var around = isDaily ? ClockTime.Day : Week;
        return isDaily == (match.Groups[3].Length == 0) && from is { } start && to is { } end && start != end
            ? new(start, (end - start + around) % around, isDaily)
            : null;
    }

    /// <summary>The window that begins each day at a time.</summary>
    public static WeekWindow Daily(ClockTime from, int minutes) => new(from.Minutes, minutes, IsDaily: true);

    /// <summary>The same window beginning earlier.</summary>
    public WeekWindow WithLead(int minutes) => this with { Start = (Start - minutes + Week) % Week, Length = Length + minutes };

    /// <summary>Whether the two ever are at the same time.</summary>
    public bool Overlaps(WeekWindow other) =>
        Starts().Any(start => other.Starts().Any(begin => After(start, begin) < Length || After(begin, start) < other.Length));

    private IEnumerable<int> Starts() =>
        IsDaily ? Enumerable.Range(0, Days.Length).Select(day => (Start + day * ClockTime.Day) % Week) : [Start];

    private static int After(int start, int moment) => (moment - start + Week) % Week;

    private static int? At(string day, string time) =>
        ClockTime.Parse(time)?.Minutes + (day.Length == 0 ? 0 : Array.IndexOf(Days, day) * ClockTime.Day);

    [GeneratedRegex("^(?:(mon|tue|wed|thu|fri|sat|sun):)?([0-9:]{5})-(?:(mon|tue|wed|thu|fri|sat|sun):)?([0-9:]{5})$")]
    private static partial Regex Form();
}
