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

    /// <summary>Reads <c>cron(0 8 ? * MON-FRI *) 4-8</c>; nothing when it is none.</summary>
    public static ScheduledBounds? Parse(string text) =>
        Form().Match(text) is { Success: true } match
            ? new(match.Groups["cron"].Value, Number(match, "min"), Number(match, "max"))
            : null;

    /// <summary>What Application Auto Scaling refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (MaxTasks < MinTasks)
            yield return new("", $"{MinTasks}-{MaxTasks}", "the smaller number first", "swap them");
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^cron\((?<cron>\S+( \S+){5})\) (?<min>\d{1,3})-(?<max>\d{1,3})$")]
    private static partial Regex Form();
}
