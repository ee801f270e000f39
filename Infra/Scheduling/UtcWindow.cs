using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Scheduling;

/// <summary>
/// A window in UTC in which RDS or ElastiCache may work on what they keep: every day (<c>03:00-05:00</c>, backups and snapshots) or once a
/// week (<c>sun:05:00-sun:06:00</c>, maintenance). It may cross midnight or the end of the week.
/// </summary>
internal sealed partial record UtcWindow
{
    private const int Day = 24 * 60;
    private const int Week = 7 * Day;

    // Japan has no daylight saving time.
    private const int TokyoAhead = 9 * 60;

    // In the order in which both services count: the week of minutes begins on Monday at 00:00.
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    // Minutes since the beginning of the week, or of the day where the window is daily. The end is not in the window.
    private readonly int _start;
    private readonly int _end;

    private UtcWindow(bool isWeekly, int start, int end) => (IsWeekly, _start, _end) = (isWeekly, start, end);

    /// <summary>Whether it opens once a week rather than every day.</summary>
    public bool IsWeekly { get; }

    /// <summary>Its length in minutes, less than a day or a week.</summary>
    public int Minutes => Wrap(_end - _start, Period);

    /// <summary>The same times in Japan, for people: <c>12:00-14:00 JST</c>.</summary>
    public string InTokyo => $"{Text(_start + TokyoAhead)}-{Text(_end + TokyoAhead)} JST";

    private int Period => IsWeekly ? Week : Day;

    /// <summary>
    /// Reads a window as AWS writes it, <c>hh:mm-hh:mm</c> or <c>ddd:hh:mm-ddd:hh:mm</c>. Nothing when it is not one, or has no length.
    /// </summary>
    public static UtcWindow? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
            return null;
        var isWeekly = match.Groups["day1"].Success;
        var window = new UtcWindow(isWeekly, At(match, "1"), At(match, "2"));
        return window.Minutes == 0 ? null : window;
    }

    /// <summary>A window that opens every day.</summary>
    /// <param name="start">When, in minutes since midnight.</param>
    /// <param name="minutes">How long it stays open.</param>
    public static UtcWindow Daily(int start, int minutes) => new(isWeekly: false, start, start + minutes);

    /// <summary>The same window opening earlier.</summary>
    public UtcWindow WithLead(int minutes) => new(IsWeekly, _start - minutes, _end);

    /// <summary>Whether there is a minute of some week in which both are open. Touching is not overlapping.</summary>
    public bool Overlaps(UtcWindow other)
    {
        // Two daily windows meet on every day or on none, so a week's worth of each says it for every mix.
        return Openings().Any(start => other.Openings().Any(from => Meet(start, Minutes, from, other.Minutes)));
    }

    /// <summary>The window as AWS writes it.</summary>
    public override string ToString() => $"{Text(_start)}-{Text(_end)}";

    // When it opens, in minutes of the week.
    private IEnumerable<int> Openings() => IsWeekly ? [_start] : Enumerable.Range(0, 7).Select(day => day * Day + _start);

    // On a circle of a week two arcs meet when one begins inside the other.
    private static bool Meet(int start, int length, int from, int otherLength) =>
        Wrap(from - start, Week) < length || Wrap(start - from, Week) < otherLength;

    private static int Wrap(int minutes, int period) => (minutes % period + period) % period;

    private static int At(Match match, string end)
    {
        var day = match.Groups["day" + end] is { Success: true } name ? Array.IndexOf(Days, name.Value) : 0;
        return day * Day + Number(match, "hour" + end) * 60 + Number(match, "minute" + end);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private string Text(int minutes)
    {
        var within = Wrap(minutes, Period);
        var time = string.Create(CultureInfo.InvariantCulture, $"{within % Day / 60:00}:{within % 60:00}");
        return IsWeekly ? $"{Days[within / Day]}:{time}" : time;
    }

    // Small letters only: AWS hands them back so, and another spelling would show a difference for ever.
    [GeneratedRegex(
        """
            \A(?:
                (?<hour1>[01]\d|2[0-3]):(?<minute1>[0-5]\d) - (?<hour2>[01]\d|2[0-3]):(?<minute2>[0-5]\d)
              | (?<day1>mon|tue|wed|thu|fri|sat|sun):(?<hour1>[01]\d|2[0-3]):(?<minute1>[0-5]\d)
                - (?<day2>mon|tue|wed|thu|fri|sat|sun):(?<hour2>[01]\d|2[0-3]):(?<minute2>[0-5]\d)
            )\z
            """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Form();
}
