using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;
using Pulumi;

namespace Infra.Compute;

/// <summary>What the roles of a task must know of it, wherever it runs.</summary>
internal interface ITaskContent
{
    /// <summary>The stack.</summary>
    StackContext Context { get; }

    /// <summary>What the task is, for its names.</summary>
    string Role { get; }

    /// <summary>The containers.</summary>
    ImmutableArray<Container> Containers { get; }

    /// <summary>The key that encrypts the secrets of the containers.</summary>
    Input<string> KeyArn { get; }

    /// <summary>The name of the log group.</summary>
    Input<string> LogGroup { get; }

    /// <summary>What the containers themselves may do on AWS.</summary>
    ImmutableArray<Statement> Statements { get; }

    /// <summary>The same where only AWS knows the name of the resource, such as a user pool's. Default: nothing.</summary>
    Output<ImmutableArray<Statement>>? Rights => null;

    /// <summary>Whether the containers may read all parameters of the stack themselves. Default: false.</summary>
    bool ReadsParameters => false;

    /// <summary>The log group of ECS Exec sessions; nothing where there are none.</summary>
    string? ExecSessions { get; }
}
