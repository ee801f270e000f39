using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Compute;

/// <summary>What a <see cref="FargateTask"/> needs.</summary>
internal sealed record FargateTaskArgs : ITaskContent
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>What the task is, for its names: <c>task</c> becomes family <c>idp-server-task</c>.</summary>
    public required string Role { get; init; }

    /// <summary>CPU and memory of the whole task.</summary>
    public required FargateSize Size { get; init; }

    /// <summary>The containers; at least one essential one.</summary>
    public required ImmutableArray<Container> Containers { get; init; }

    /// <summary>The key that encrypts the secrets of the containers.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>The name of the log group, from the resource that makes it, so that it is there first.</summary>
    public required Input<string> LogGroup { get; init; }

    /// <summary>Default: x86-64.</summary>
    public CpuArchitecture Architecture { get; init; } = CpuArchitecture.X86_64;

    /// <summary>What the containers themselves may do on AWS. Default: nothing, and the task has no role of its own.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <summary>The same where only AWS knows the name of the resource, such as a user pool's. Default: nothing.</summary>
    public Output<ImmutableArray<Statement>>? Rights { get; init; }

    /// <summary>The log group of ECS Exec sessions in the containers. Default: there are no sessions, and the role may hold none.</summary>
    public string? ExecSessions { get; init; }

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (TaskRoles.Problem(Context, Role) is { } name)
            yield return name;
        foreach (var problem in Size.Validate().Concat(TaskContainers.Problems(Containers, Size)))
            yield return problem;
    }
}
