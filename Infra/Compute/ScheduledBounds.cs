using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Compute;

/// <summary>Numbers of tasks that hold from a time on.</summary>
/// <param name="Cron">Six fields as EventBridge has them, in the time zone <see cref="TimeZone"/>: <c>0 8 ? * MON-FRI *</c>.</param>
/// <param name="MinTasks">Never fewer.</param>
/// <param name="MaxTasks">Never more.</param>
internal sealed partial record ScheduledBounds(string Cron, int MinTasks, int MaxTasks)
{
    /// <summary>The clock all schedules go by: the users' and the operators'.</summary>
    public const string TimeZone = "Asia/Tokyo";

    /// <summary>What the texts look like that settings have: six fields, the fewest and the most tasks.</summary>
    public const string Pattern = @"^cron\((\S+( \S+){5})\) (\d{1,3})-(\d{1,3})$";

    /// <summary>Reads <c>cron(0 8 ? * MON-FRI *) 4-8</c>; nothing when it is none.</summary>
    public static ScheduledBounds? Parse(string text) =>
        Form().Match(text) is { Success: true } match
            ? new(match.Groups[1].Value, Number(match.Groups[3]), Number(match.Groups[4]))
            : null;

    /// <summary>The same for a whole table, each under its name. Texts that are none are left out: the settings refuse them by their pattern.</summary>
    public static ImmutableSortedDictionary<string, ScheduledBounds> ParseAll(IReadOnlyDictionary<string, string> table) =>
        table
            .Select(entry => (entry.Key, Bounds: Parse(entry.Value)))
            .Where(entry => entry.Bounds is not null)
            .ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Bounds!, StringComparer.Ordinal);

    /// <summary>What Application Auto Scaling refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (MaxTasks < MinTasks)
            yield return new("", $"{MinTasks}-{MaxTasks}", "the smaller number first", "swap them");
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(Pattern)]
    private static partial Regex Form();
}
