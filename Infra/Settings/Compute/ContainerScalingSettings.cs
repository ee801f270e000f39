using System.Collections.Immutable;
using Infra.Compute;

namespace Infra.Settings.Compute;

/// <summary>Settings of the number of tasks of a service, which may rest.</summary>
internal sealed record ContainerScalingSettings
{
    [Setting(
        "Never fewer tasks. With 0 and no schedule the service is stopped on purpose, until another number stands here.",
        Min = 0,
        Max = 1000
    )]
    public int MinTasks { get; init; } = 2;

    [Setting("Never more tasks.", Min = 1, Max = 1000)]
    public int MaxTasks { get; init; } = 4;

    [Setting("Average CPU of the tasks to hold.", Unit = "percent", Min = 10, Max = 100)]
    public int CpuPercent { get; init; } = 70;

    [Setting("Average memory of the tasks to hold.", Unit = "percent", Min = 10, Max = 100)]
    public int MemoryPercent { get; init; } = 75;

    [Setting("How long to wait after tasks were added.", Unit = "seconds", Min = 0, Max = 3600)]
    public int ScaleOutCooldownSeconds { get; init; } = 60;

    [Setting("How long to wait after tasks were removed.", Unit = "seconds", Min = 0, Max = 3600)]
    public int ScaleInCooldownSeconds { get; init; } = 300;

    [Setting(
        "Bounds that change by the clock in Tokyo, each under a name of your choice: night: cron(0 22 ? * * *) 0-0.",
        Form = "cron(…) with six fields, and two numbers of tasks: cron(0 8 ? * MON-FRI *) 2-10",
        Pattern = ScheduledBounds.Pattern
    )]
    public ImmutableSortedDictionary<string, string> Schedule { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The same as the component takes it.</summary>
    public ServiceScaling ToScaling() =>
        new()
        {
            MinTasks = MinTasks,
            MaxTasks = MaxTasks,
            MayRest = true,
            CpuPercent = CpuPercent,
            MemoryPercent = MemoryPercent,
            ScaleOutCooldownSeconds = ScaleOutCooldownSeconds,
            ScaleInCooldownSeconds = ScaleInCooldownSeconds,
            Schedule = ScheduledBounds.ParseAll(Schedule),
        };
}
