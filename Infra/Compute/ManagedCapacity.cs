using Infra.Validation;

namespace Infra.Compute;

/// <summary>How ECS starts and stops the instances of a capacity provider.</summary>
internal sealed record ManagedCapacity
{
    // Amazon ECS API, ManagedScaling.
    private const int LargestStep = 10_000;

    /// <summary>Whether ECS decides how many instances there are. Default: true.</summary>
    public bool Scaling { get; init; } = true;

    /// <summary>Of all instances, how many percent are to be in use. Default: 100, none is kept waiting.</summary>
    public int TargetPercent { get; init; } = 100;

    /// <summary>The fewest instances started or stopped at once. Default: 1.</summary>
    public int SmallestStep { get; init; } = 1;

    /// <summary>The most instances started at once. Default: 10000, as many as are needed.</summary>
    public int LargestStepAtOnce { get; init; } = LargestStep;

    /// <summary>Seconds until a new instance counts. Default: 300.</summary>
    public int WarmUpSeconds { get; init; } = 300;

    /// <summary>Whether an instance that runs a task is never chosen to be stopped. Default: true.</summary>
    public bool TerminationProtection { get; init; } = true;

    /// <summary>Whether instances begin protected from being stopped; ECS then lifts it from those without a task. Default: true.</summary>
    public bool ProtectFromScaleIn { get; init; } = true;

    /// <summary>Whether tasks are moved before their instance is stopped, for whatever reason. Default: true.</summary>
    public bool Draining { get; init; } = true;

    /// <summary>What ECS refuses, or accepts and then does not do.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (TerminationProtection && !ProtectFromScaleIn)
            yield return new(
                "protectFromScaleIn",
                ProtectFromScaleIn,
                "true while terminationProtection is true",
                "ECS refuses such a capacity provider"
            );
        if (TerminationProtection && !Scaling)
            yield return new(
                "terminationProtection",
                TerminationProtection,
                "false while scaling is false",
                "only managed scaling looks at it"
            );
        if (ProtectFromScaleIn && !TerminationProtection)
            yield return new(
                "terminationProtection",
                TerminationProtection,
                "true while protectFromScaleIn is true",
                "nobody would lift the protection, and no instance would ever be stopped"
            );
        if (TargetPercent is < 1 or > 100)
            yield return new("targetPercent", TargetPercent, "1 to 100", "100 keeps no instance waiting");
        if (SmallestStep is < 1 or > LargestStep)
            yield return new("smallestStep", SmallestStep, "1 to 10000", "ECS takes nothing else");
        if (LargestStepAtOnce < SmallestStep || LargestStepAtOnce > LargestStep)
            yield return new("largestStepAtOnce", LargestStepAtOnce, $"{SmallestStep} to 10000", "ECS takes nothing else");
        if (WarmUpSeconds is < 0 or > LargestStep)
            yield return new("warmUpSeconds", WarmUpSeconds, "0 to 10000", "ECS takes nothing else");
    }
}
