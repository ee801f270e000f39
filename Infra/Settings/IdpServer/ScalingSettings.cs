using System.Collections.Immutable;
using Infra.Compute;
using Infra.Validation;

namespace Infra.Settings.IdpServer;

/// <summary>Settings of the number of tasks.</summary>
internal sealed record ScalingSettings
{
    [Setting("Never fewer tasks.", Min = 1, Max = 1000)]
    public int MinTasks { get; init; } = 2;

    [Setting("Never more tasks.", Min = 1, Max = 1000)]
    public int MaxTasks { get; init; } = 4;

    [Setting("Average CPU of the tasks to hold.", Unit = "percent", Min = 10, Max = 100)]
    public int CpuPercent { get; init; } = 70;

    [Setting("Average memory of the tasks to hold.", Unit = "percent", Min = 10, Max = 100)]
    public int MemoryPercent { get; init; } = 75;

    [Setting(
        "Requests to a task to hold; 0 does not count them, which blue-green demands.",
        Unit = "requests a minute",
        Min = 0,
        Max = 1_000_000
    )]
    public int RequestsPerTarget { get; init; } = 1000;

    [Setting("How long to wait after tasks were added.", Unit = "seconds", Min = 0, Max = 3600)]
    public int ScaleOutCooldownSeconds { get; init; } = 60;

    [Setting("How long to wait after tasks were removed.", Unit = "seconds", Min = 0, Max = 3600)]
    public int ScaleInCooldownSeconds { get; init; } = 300;

    [Setting(
        "Bounds that change by the clock in Tokyo, each under a name of your choice: morning: cron(0 8 ? * MON-FRI *) 4-8.",
        Form = "cron(…) with six fields, and two numbers of tasks: cron(0 8 ? * MON-FRI *) 4-8",
        Pattern = ScheduledBounds.Pattern
    )]
    public ImmutableSortedDictionary<string, string> Schedule { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The most tasks there will ever be wanted, those of the schedule included.</summary>
    public int Most => ToScaling().Schedule.Values.Select(bounds => bounds.MaxTasks).Append(MaxTasks).Max();

    /// <summary>The same as the component takes it.</summary>
    public ServiceScaling ToScaling() =>
        new()
        {
            MinTasks = MinTasks,
            MaxTasks = MaxTasks,
            CpuPercent = CpuPercent,
            MemoryPercent = MemoryPercent,
            RequestsPerTarget = RequestsPerTarget == 0 ? null : RequestsPerTarget,
            ScaleOutCooldownSeconds = ScaleOutCooldownSeconds,
            ScaleInCooldownSeconds = ScaleInCooldownSeconds,
            Schedule = ScheduledBounds.ParseAll(Schedule),
        };

    /// <summary>What the bounds alone cannot say.</summary>
    public IEnumerable<Problem> Validate(DeploymentStrategy strategy)
    {
        foreach (var problem in ToScaling().Validate())
            yield return problem.Under("scaling");
        if (strategy == DeploymentStrategy.BlueGreen && RequestsPerTarget > 0)
            yield return new(
                "scaling.requestsPerTarget",
                RequestsPerTarget,
                "0 while deployment.strategy is blue-green",
                "the metric belongs to one target group, and blue/green changes between two"
            );
    }
}
