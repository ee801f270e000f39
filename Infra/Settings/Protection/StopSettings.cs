using System.Collections.Immutable;
using Infra.Protection;
using Infra.Validation;

namespace Infra.Settings.Protection;

/// <summary>Settings of the stop at night and over the weekend.</summary>
internal sealed record StopSettings
{
    private const string Time = "a time such as 08:00";

    [Setting("Whether tasks and database are stopped while nobody works. Only stacks that may be deleted may be stopped.")]
    public bool Enabled { get; init; }

    [Setting("When they are stopped, each day.", Form = Time, Pattern = ClockTime.Pattern)]
    public string StopAt { get; init; } = "20:00";

    [Setting("When they begin to start; they are up about 20 minutes later.", Form = Time, Pattern = ClockTime.Pattern)]
    public string StartAt { get; init; } = "08:00";

    [Setting("On which days they are started.", Words = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"])]
    public ImmutableArray<string> StartDays { get; init; } = ["MON", "TUE", "WED", "THU", "FRI"];

    [Setting("The time zone of both times.", Form = "a name such as Asia/Tokyo or UTC", Pattern = StopScheduleArgs.ZonePattern)]
    public string TimeZone { get; init; } = "Asia/Tokyo";

    /// <summary>A schedule with these settings for the only service of a system.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="clusterName">The cluster of the service.</param>
    /// <param name="serviceName">The service.</param>
    /// <param name="tasks">How many tasks are started in the morning.</param>
    public StopScheduleArgs ToArgs(StackContext context, string clusterName, string serviceName, int tasks) =>
        ToArgs(context, new StoppedService(clusterName, serviceName, tasks));

    /// <summary>A schedule with these settings.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="services">The services that are stopped; none where only a database is.</param>
    public StopScheduleArgs ToArgs(StackContext context, params ImmutableArray<StoppedService> services) =>
        new()
        {
            Context = context,
            Services = services,
            StopAt = StopAt,
            StartAt = StartAt,
            StartDays = StartDays,
            TimeZone = TimeZone,
        };

    /// <summary>What single settings cannot say.</summary>
    /// <param name="protect">Whether the stack refuses to be deleted, as those do that people rely on.</param>
    /// <param name="readReplicas">How many replicas the database has.</param>
    public IEnumerable<Problem> Validate(bool protect, int readReplicas)
    {
        foreach (var problem in StopScheduleArgs.Order(StopAt, StartAt))
            yield return problem;
        if (StartDays.IsDefaultOrEmpty)
            yield return new(
                "startDays",
                StartDays,
                "one or more days",
                "to stop the system for good set service.enabled: false"
            );
        if (!Enabled)
            yield break;
        if (protect)
            yield return new(
                "enabled",
                true,
                "false while protect is true",
                "people rely on such a stack; set protect: false to stop it"
            );
        if (readReplicas > 0)
            yield return new(
                "enabled",
                true,
                $"false while database.readReplicas is {readReplicas}",
                "RDS stops no instance that has a replica; set database.readReplicas: 0"
            );
    }
}
