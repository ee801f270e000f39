using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Settings;
using Infra.Validation;

namespace Infra.Protection;

/// <summary>What a <see cref="StopSchedule"/> needs. Everything is plain: names are known before anything is made.</summary>
internal sealed partial record StopScheduleArgs
{
    /// <summary>What names of the IANA time zone database look like.</summary>
    public const string ZonePattern = "^(UTC|[A-Z][A-Za-z_]+(/[A-Za-z0-9_+-]+)+)$";

    /// <summary>From the first to the last step of a start: the database, then the tasks, then the alarms.</summary>
    private const int StartMinutes = 60;

    /// <summary>CloudWatch silences no more alarms in one call.</summary>
    private const int MostAlarms = 100;

    private static readonly string[] Weekdays = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];

    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The services that are stopped. Default: none, where only a database is.</summary>
    public ImmutableArray<StoppedService> Services { get; init; } = [];

    /// <summary>The database instance that is stopped, after the services. Default: none is.</summary>
    public string? DatabaseIdentifier { get; init; }

    /// <summary>How many replicas that instance has. Default: none; RDS stops no instance that has or is one.</summary>
    public int DatabaseReplicas { get; init; }

    /// <summary>Alarms that tell nobody while the system is stopped. Default: none.</summary>
    public ImmutableArray<string> AlarmNames { get; init; } = [];

    /// <summary>
    /// Those of them that ring again after the start when something is still wrong. An alarm tells only of changes: one that began to ring
    /// at night would stay silent all day. Default: none.
    /// </summary>
    public ImmutableArray<string> RecheckAlarms { get; init; } = [];

    /// <summary>When the system is stopped, each day. Default: 20:00.</summary>
    public string StopAt { get; init; } = "20:00";

    /// <summary>When it begins to start. It is up about 20 minutes later. Default: 08:00.</summary>
    public string StartAt { get; init; } = "08:00";

    /// <summary>On which days it is started. Default: Monday to Friday.</summary>
    public ImmutableArray<string> StartDays { get; init; } = ["MON", "TUE", "WED", "THU", "FRI"];

    /// <summary>The time zone of both, of the IANA database. Default: that of Tokyo.</summary>
    public string TimeZone { get; init; } = "Asia/Tokyo";

    /// <summary>A stop that would come before the start is done. Texts that are no times have no order.</summary>
    /// <param name="stopAt">When the system is stopped.</param>
    /// <param name="startAt">When it begins to start.</param>
    public static IEnumerable<Problem> Order(string stopAt, string startAt)
    {
        if (ClockTime.Parse(stopAt)?.Minutes - ClockTime.Parse(startAt)?.Minutes < StartMinutes)
            yield return new(
                "stopAt",
                stopAt,
                $"an hour or more after startAt, {startAt}",
                "the system would be stopped while it starts"
            );
    }

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (ClockTime.Parse(StopAt) is null)
            yield return new("stopAt", StopAt, "a time from 00:00 to 23:59", "write hours and minutes with two digits each");
        if (ClockTime.Parse(StartAt) is null)
            yield return new("startAt", StartAt, "a time from 00:00 to 23:59", "write hours and minutes with two digits each");
        foreach (var problem in Order(StopAt, StartAt))
            yield return problem;
        if (StartDays.IsDefaultOrEmpty)
            yield return new("startDays", StartDays, "one or more days", "the system would never be started");
        foreach (var day in StartDays.Where(day => !Weekdays.Contains(day)))
            yield return new("startDays", day, Spelling.OneOf(Weekdays), "the schedule knows no other days");
        if (!Zone().IsMatch(TimeZone))
            yield return new(
                "timeZone",
                TimeZone,
                "a name such as Asia/Tokyo or UTC",
                "take it from the IANA time zone database"
            );
        if (Services.IsEmpty && DatabaseIdentifier is null)
            yield return new("services", Services, "a service or a database", "nothing would be stopped; leave the schedule out");
        foreach (var service in Services.Where(service => service.Tasks < 1))
            yield return new(
                service.Role is { } role ? $"services.{role}.tasks" : "tasks",
                service.Tasks,
                "1 or more",
                "nothing would be started; leave the schedule out"
            );
        foreach (var twice in Services.GroupBy(service => service.Role).Where(same => same.Count() > 1))
            yield return new(
                "services",
                twice.Select(service => service.ServiceName),
                "a role of its own for each",
                "their schedules would have the same names"
            );
        if (DatabaseIdentifier is not null && DatabaseReplicas > 0)
            yield return new(
                "databaseReplicas",
                DatabaseReplicas,
                "0 when the database is stopped",
                "RDS stops no instance that has a replica; set readReplicas: 0, or switch the stop schedule off"
            );
        if (AlarmNames.Length > MostAlarms)
            yield return new("alarmNames", AlarmNames.Length, $"{MostAlarms} at most", "CloudWatch silences no more in one call");
        var prefix = $"{Context.Label.Prefix}-";
        foreach (var alien in AlarmNames.Where(alarm => !alarm.StartsWith(prefix, StringComparison.Ordinal)))
            yield return new("alarmNames", alien, $"alarms named {prefix}…", "the schedule may touch no alarm of another stack");
        foreach (var alarm in RecheckAlarms.Where(alarm => !AlarmNames.Contains(alarm)))
            yield return Problem.UnknownKey("recheckAlarms", alarm, AlarmNames);
    }

    [GeneratedRegex(ZonePattern)]
    private static partial Regex Zone();
}
