using System.Globalization;
using Review.Cost.Pricing;
using Review.Model;

namespace Review.Cost.Savings;

/// <summary>How long schedules keep a resource off in a week.</summary>
internal static class WeeklyHours
{
    private const int Day = 24 * 60;
    private const int Week = 7 * Day;

    // As cron of EventBridge counts them, from 1.
    private static readonly string[] Names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>Hours a week; none where no schedule stops it, none starts it again, or they are of a form that is not understood.</summary>
    public static decimal Stopped(Resource resource)
    {
        if (StopSchedules.Of(resource) is not { } stop || StopSchedules.Starting(resource) is not { } start)
            return 0;
        var (stops, starts) = (Minutes(stop["scheduleExpression"].Text), Minutes(start["scheduleExpression"].Text));
        if (stops.Count == 0 || starts.Count == 0)
            return 0;
        var minutes = 0;
        // Off from a stop to whatever comes first, a start or the next stop, which goes on from there.
        foreach (var stopped in stops)
            minutes += stops.Where(other => other != stopped).Concat(starts).Min(next => (next - stopped + Week) % Week);
        return minutes / 60m;
    }

    // The minutes of a week, from Sunday, at which cron(minute hour ? * days *) runs.
    private static List<int> Minutes(string? expression)
    {
        if (
            expression?.StartsWith("cron(", StringComparison.Ordinal) != true
            || expression[5..].TrimEnd(')').Split(' ') is not [var minute, var hour, "?" or "*", "*", var days, "*"]
            || !int.TryParse(minute, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || !int.TryParse(hour, NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
        )
            return [];
        return [.. Days(days).Select(day => day * Day + hours * 60 + minutes)];
    }

    // MON-FRI, MON,TUE, 2-6, ? for every day; none where it is not understood.
    private static IEnumerable<int> Days(string field)
    {
        if (field is "?" or "*")
            return Enumerable.Range(0, Names.Length);
        var days = new List<int>();
        foreach (var part in field.Split(','))
        {
            var ends = part.Split('-');
            var (first, last) = (Place(ends[0]), Place(ends[^1]));
            if (first < 0 || last < first || ends.Length > 2)
                return [];
            days.AddRange(Enumerable.Range(first, last - first + 1));
        }
        return days.Distinct();
    }

    private static int Place(string day) =>
        int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number is >= 1 and <= 7
                ? number - 1
                : -1
            : Array.IndexOf(Names, day.ToUpperInvariant());
}
