using System.Collections.Immutable;
using Pulumi;

namespace Infra.Compute;

/// <summary>One container of a task.</summary>
internal sealed record Container
{
    /// <summary>Unique within the task.</summary>
    public required string Name { get; init; }

    /// <summary>With tag or digest.</summary>
    public required string Image { get; init; }

    /// <summary>Whether the task stops when it does. Default: true.</summary>
    public bool Essential { get; init; } = true;

    /// <summary>In CPU units. Default: 0, which shares what the others leave.</summary>
    public int Cpu { get; init; }

    /// <summary>The container is killed above this. Default: the task's memory is the only limit.</summary>
    public int? MemoryMiB { get; init; }

    /// <summary>Kept free for it. Default: nothing is.</summary>
    public int? MemoryReservationMiB { get; init; }

    /// <summary>Ports it listens on. Default: none.</summary>
    public ImmutableArray<ContainerPort> Ports { get; init; } = [];

    /// <summary>Replaces the image's entry point. Default: the image's own.</summary>
    public ImmutableArray<string> EntryPoint { get; init; } = [];

    /// <summary>Replaces the image's command. Default: the image's own.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>Variables in plain text, for all who may read task definitions. Default: none.</summary>
    public ImmutableSortedDictionary<string, Input<string>> Environment { get; init; } =
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>Variables that ECS fills from secrets or parameters when the container starts. Default: none.</summary>
    public ImmutableSortedDictionary<string, SecretKey> Secrets { get; init; } =
        ImmutableSortedDictionary.Create<string, SecretKey>(StringComparer.Ordinal);

    /// <summary>Default: none; ECS then only sees whether the process lives.</summary>
    public ContainerHealthCheck? HealthCheck { get; init; }

    /// <summary>Which containers must have come how far before this one starts. It stops before them. Default: none.</summary>
    public ImmutableArray<ContainerDependency> DependsOn { get; init; } = [];

    /// <summary>Containers of the task that it reaches by their names; only in bridge mode, where they do not share an address. Default: none.</summary>
    public ImmutableArray<string> Links { get; init; } = [];

    /// <summary>Volumes of the task that it sees. Default: none.</summary>
    public ImmutableArray<ContainerMount> Mounts { get; init; } = [];

    /// <summary>Directories in memory, which any user may write. They count against its memory. Default: none.</summary>
    public ImmutableArray<MemoryMount> MemoryMounts { get; init; } = [];

    /// <summary>Whether nothing outside its mounts can be written. Default: true.</summary>
    public bool ReadOnlyRoot { get; init; } = true;

    /// <summary>Default: the image's own.</summary>
    public string? User { get; init; }

    /// <summary>Whether a small init process reaps children and passes signals on. Default: true.</summary>
    public bool InitProcess { get; init; } = true;

    /// <summary>Seconds from SIGTERM to SIGKILL. Default: 30, as ECS has it; Fargate takes 120 at most.</summary>
    public int? StopTimeoutSeconds { get; init; }
}
