using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Compute;

/// <summary>Between which numbers of tasks a service moves, and what moves it.</summary>
internal sealed record ServiceScaling
{
    /// <summary>Never fewer tasks.</summary>
    public required int MinTasks { get; init; }

    /// <summary>Never more tasks.</summary>
    public required int MaxTasks { get; init; }

    /// <summary>Average CPU to hold, in percent. Default: 70.</summary>
    public int CpuPercent { get; init; } = 70;

    /// <summary>Average memory to hold, in percent. Default: 75.</summary>
    public int MemoryPercent { get; init; } = 75;

    /// <summary>Requests a minute and task to hold. Default: they do not count, which blue/green demands.</summary>
    public int? RequestsPerTarget { get; init; }

    /// <summary>Seconds to wait after more tasks were started. Default: 60.</summary>
    public int ScaleOutCooldownSeconds { get; init; } = 60;

    /// <summary>Seconds to wait after tasks were stopped. Default: 300, so that a lull is not taken for an end.</summary>
    public int ScaleInCooldownSeconds { get; init; } = 300;

    /// <summary>Bounds that change by the clock, by a name for each. Default: none.</summary>
    public ImmutableSortedDictionary<string, ScheduledBounds> Schedule { get; init; } =
        ImmutableSortedDictionary.Create<string, ScheduledBounds>(StringComparer.Ordinal);

    /// <summary>Whether no task at all may be meant: a service that is stopped on purpose. Default: false.</summary>
    public bool MayRest { get; init; }

    /// <summary>Whether nothing is to move the number: the service stands still, and no metric of no task could wake it.</summary>
    public bool IsAtRest => MinTasks == 0 && Schedule.IsEmpty;

    /// <summary>The most tasks there will ever be wanted, those of the schedule included.</summary>
    public int Most => Schedule.Values.Select(bounds => bounds.MaxTasks).Append(MaxTasks).Max();

    /// <summary>The fewest, those of the schedule included: alarms on their number go by it.</summary>
    public int Least => Schedule.Values.Select(bounds => bounds.MinTasks).Append(MinTasks).Min();

    /// <summary>What Application Auto Scaling or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (MinTasks < (MayRest ? 0 : 1))
            yield return new(
                "minTasks",
                MinTasks,
                MayRest ? "0 or more" : "1 or more",
                MayRest ? "0 stops the service" : "a service of no tasks serves nobody; set enabled: false instead"
            );
        if (MaxTasks < MinTasks)
            yield return new("maxTasks", MaxTasks, $"{MinTasks} or more, as minTasks is", "raise it");
        if (CpuPercent is < 10 or > 100)
            yield return new("cpuPercent", CpuPercent, "10 to 100", "it is an average of all tasks");
        if (MemoryPercent is < 10 or > 100)
            yield return new("memoryPercent", MemoryPercent, "10 to 100", "it is an average of all tasks");
        if (RequestsPerTarget < 1)
            yield return new("requestsPerTarget", RequestsPerTarget, "1 or more", "leave it out to ignore requests");
        foreach (var (key, bounds) in Schedule)
        foreach (var problem in bounds.Validate())
            yield return problem.Under($"schedule.{key}");
        foreach (var (key, bounds) in Schedule.Where(entry => entry.Value is { MinTasks: 0, MaxTasks: > 0 }))
            yield return new(
                $"schedule.{key}",
                $"0-{bounds.MaxTasks}",
                $"0-0 to stop, or 1-{bounds.MaxTasks}",
                "once at 0 nothing would start a task again: no task, no load to measure"
            );
    }
}
