using System.Globalization;

namespace Review.Cost.Pricing;

/// <summary>How often schedules of EventBridge and CloudWatch run: <c>rate(5 minutes)</c>, <c>cron(0 8 ? * MON-FRI *)</c>.</summary>
internal static class ScheduleRuns
{
    private const decimal MinutesAnHour = 60;
    private const decimal MonthsAYear = 12;
    private const decimal DaysAWeek = 7;

    /// <summary>The runs in a month; nothing where the expression is of another form.</summary>
    public static decimal? PerMonth(string? expression)
    {
        if (Inside(expression, "rate(") is { } rate)
            return Rate(rate.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return Inside(expression, "cron(") is { } cron ? Cron(cron.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : null;
    }

    private static decimal? Rate(string[] parts)
    {
        if (
            parts is not [var count, var unit]
            || !decimal.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var every)
            || every == 0
        )
            return null;
        return unit.TrimEnd('s') switch
        {
            "minute" => Bill.Hours * MinutesAnHour / every,
            "hour" => Bill.Hours / every,
            "day" => Bill.Days / every,
            _ => null,
        };
    }

    // minute, hour, day of month, month, day of week, year
    private static decimal? Cron(string[] parts)
    {
        if (parts.Length != 6)
            return null;
        var days = parts[4] is "?" or "*"
            ? parts[2] is "?" or "*"
                ? Bill.Days
                : Values(parts[2], 31)
            : Values(parts[4], 7) * Bill.Days / DaysAWeek;
        return Values(parts[0], 60) * Values(parts[1], 24) * days * Values(parts[3], 12) / MonthsAYear;
    }

    /// <summary>How many of a field's values a part of an expression takes: <c>*</c>, <c>0/15</c>, <c>MON-FRI</c>, <c>8,20</c>, <c>L</c>.</summary>
    private static decimal? Values(string field, int all)
    {
        var count = 0m;
        foreach (var part in field.Split(','))
        {
            var (range, step) = part.Split('/') is [var before, var after] ? (before, Place(after)) : (part, 1);
            if (step is not > 0)
                return null;
            var ends = range.Split('-');
            int? span =
                range == "*" ? all
                : ends is [var first, var last] && Place(first) is { } from && Place(last) is { } to ? to - from + 1
                : ends is [_] && part.Contains('/') && Place(range) is { } start ? all - start
                : ends is [_] && (Place(range) is not null || range is "L" or "LW") ? 1
                : null;
            if (span is not > 0)
                return null;
            count += Math.Ceiling((decimal)span / (decimal)step);
        }
        return count;
    }

    private static readonly string[] Names =
    [
        "SUN",
        "MON",
        "TUE",
        "WED",
        "THU",
        "FRI",
        "SAT",
        "JAN",
        "FEB",
        "MAR",
        "APR",
        "MAY",
        "JUN",
        "JUL",
        "AUG",
        "SEP",
        "OCT",
        "NOV",
        "DEC",
    ];

    // Days of the week count from 1, months too: only differences matter here.
    private static int? Place(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Array.IndexOf(Names, text.ToUpperInvariant()) is >= 0 and var index ? index
        : null;

    private static string? Inside(string? expression, string open) =>
        expression is not null && expression.StartsWith(open, StringComparison.Ordinal) && expression.EndsWith(')')
            ? expression[open.Length..^1]
            : null;
}
