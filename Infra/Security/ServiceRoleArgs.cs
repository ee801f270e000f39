using Infra.Settings;
using Pulumi;

namespace Infra.Security;

/// <summary>What a <see cref="ServiceRole"/> needs.</summary>
internal sealed record ServiceRoleArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>What it is called behind the stack's prefix.</summary>
    public required string Role { get; init; }

    /// <summary>What it is for, as people read it in the console.</summary>
    public required string Description { get; init; }

    /// <summary>The service that takes it, for example <c>ecs-tasks.amazonaws.com</c>.</summary>
    public required string Service { get; init; }

    /// <summary>Pattern of the ARNs of the things for which the service must be acting.</summary>
    public required string SourceArn { get; init; }

    /// <summary>What it may do: a policy document.</summary>
    public required Input<string> Policy { get; init; }
}
