using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Protection;

/// <summary>A time of day to the minute. What goes beyond midnight begins again at 00:00.</summary>
/// <param name="Minutes">Since midnight, 0 to 1439.</param>
internal readonly partial record struct ClockTime(int Minutes)
{
    /// <summary>What one looks like: hours and minutes with two digits each.</summary>
    public const string Pattern = "^([01][0-9]|2[0-3]):([0-5][0-9])$";

    /// <summary>The minutes of a day.</summary>
    public const int Day = 24 * 60;

    /// <summary>The hour, 0 to 23.</summary>
    public int Hour => Minutes / 60;

    /// <summary>The minute within the hour.</summary>
    public int Minute => Minutes % 60;

    /// <summary>Reads <c>20:00</c>; nothing when the text is no time.</summary>
    public static ClockTime? Parse(string? text) =>
        text is not null && Form().Match(text) is { Success: true } match
            ? new(Number(match.Groups[1]) * 60 + Number(match.Groups[2]))
            : null;

    /// <summary>So many minutes later.</summary>
    public ClockTime Plus(int minutes) => new((Minutes + minutes) % Day);

    /// <inheritdoc/>
    public override string ToString() => $"{Hour:00}:{Minute:00}";

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(Pattern)]
    private static partial Regex Form();
}
