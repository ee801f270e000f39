using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Compute;

/// <summary>What a <see cref="BridgeTask"/> needs.</summary>
internal sealed record BridgeTaskArgs : ITaskContent
{
    // Docker's own lower limit; ECS refuses less.
    private const int LeastMemoryMiB = 6;

    /// <inheritdoc/>
    public required StackContext Context { get; init; }

    /// <inheritdoc/>
    public required string Role { get; init; }

    /// <summary>CPU units of the whole task, which it never exceeds. Default: 0, a share of what is free.</summary>
    public int Cpu { get; init; }

    /// <summary>MiB of the whole task: kept free for it, and it is killed above it.</summary>
    public required int MemoryMiB { get; init; }

    /// <inheritdoc/>
    public required ImmutableArray<Container> Containers { get; init; }

    /// <inheritdoc/>
    public required Input<string> KeyArn { get; init; }

    /// <inheritdoc/>
    public required Input<string> LogGroup { get; init; }

    /// <summary>The processors of the instances. Default: x86-64.</summary>
    public CpuArchitecture Architecture { get; init; } = CpuArchitecture.X86_64;

    /// <summary>
    /// Whether revisions stay when the next one is made: somebody else deploys, runs the old one meanwhile, and may want it back. Default: false.
    /// </summary>
    public bool KeepsRevisions { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <inheritdoc/>
    public bool ReadsParameters { get; init; }

    /// <inheritdoc/>
    public string? ExecSessions { get; init; }

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        // Amazon ECS Developer Guide, "Task size": on instances 0.125 to 192 vCPU, or none.
        if (Cpu is not (0 or (>= 128 and <= 196_608)))
            yield return new("cpu", Cpu, "0, or 128 to 196608", "0 shares what is free");
        if (MemoryMiB < LeastMemoryMiB)
            yield return new("memoryMiB", MemoryMiB, "6 or more", "Docker starts nothing with less");
        foreach (var problem in TaskContainers.Problems(Containers, MemoryMiB, TaskHost.Bridge))
            yield return problem;
    }
}
