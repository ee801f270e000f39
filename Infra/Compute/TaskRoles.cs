using System.Collections.Immutable;
using Infra.Configuration;
using Infra.Policies;
using Infra.Security;
using Pulumi;

namespace Infra.Compute;

/// <summary>The two roles of a task: in one ECS starts it, in the other its containers act. Each can do what it needs and nothing else.</summary>
internal sealed class TaskRoles
{
    private const string TaskService = "ecs-tasks.amazonaws.com";
    private const string ExecutionSuffix = "execution-role";
    private const string ContainersSuffix = "role";

    private readonly string _name;
    private readonly string _family;
    private readonly ITaskContent _task;
    private readonly Resource _parent;

    /// <summary>The role in which ECS starts the task.</summary>
    public Output<string> Execution { get; }

    /// <summary>The role of the containers; nothing where they do nothing on AWS.</summary>
    public Output<string>? Containers { get; }

    /// <summary>
    /// The ARNs of both, for whoever must be allowed to pass them to new revisions of the task; literal, so that his policy can be read in a
    /// plan.
    /// </summary>
    public ImmutableArray<string> Arns =>
        Containers is null ? [ArnOf(ExecutionSuffix)] : [ArnOf(ExecutionSuffix), ArnOf(ContainersSuffix)];

    /// <summary>Makes the roles.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="family">The family of the task.</param>
    /// <param name="task">The task.</param>
    /// <param name="parent">The component.</param>
    public TaskRoles(string name, string family, ITaskContent task, Resource parent)
    {
        (_name, _family, _task, _parent) = (name, family, task, parent);
        Execution = Role(ExecutionSuffix, "Starts the tasks of", ExecutionPolicy.For(task));
        if (!task.Statements.IsEmpty || task.ExecSessions is not null || task.ReadsParameters)
            Containers = Role(ContainersSuffix, "Worn by the containers of", TaskPolicy());
    }

    private string ArnOf(string suffix) =>
        $"arn:{_task.Context.Partition}:iam::{_task.Context.AccountId}:role/{_task.Context.Label.Role($"{_task.Role}-{suffix}")}";

    private Output<string> Role(string suffix, string purpose, Input<string> policy) =>
        new ServiceRole(
            $"{_name}-{suffix}",
            new()
            {
                Context = _task.Context,
                Role = $"{_task.Role}-{suffix}",
                Description = $"{purpose} {_family}",
                Service = TaskService,
                SourceArn = _task.Context.Arn("ecs", "*"),
                Policy = policy,
            },
            _parent
        ).Arn;

    private Input<string> TaskPolicy() =>
        _task.ExecSessions is null && !_task.ReadsParameters
            ? PolicyDocument.Of(_task.Statements)
            : _task.KeyArn.ToOutput().Apply(keyArn => PolicyDocument.Of([.. _task.Statements, .. WithKey(keyArn)]));

    private IEnumerable<Statement> WithKey(string keyArn) =>
        [
            .. _task.ReadsParameters ? ParameterReadPolicy.Tree(_task.Context, keyArn) : [],
            .. _task.ExecSessions is { } sessions ? ExecAccess.Statements(_task.Context, keyArn, sessions) : [],
        ];
}
