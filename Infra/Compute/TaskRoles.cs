using System.Collections.Immutable;
using Infra.Configuration;
using Infra.Naming;
using Infra.Policies;
using Infra.Security;
using Infra.Settings;
using Infra.Validation;
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
        if (!task.Statements.IsEmpty || task.Rights is not null || task.ExecSessions is not null || task.ReadsParameters)
            Containers = Role(ContainersSuffix, "Worn by the containers of", TaskPolicy());
    }

    /// <summary>Why IAM would refuse the names of the roles; nothing when it takes them.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="role">What the task is, for its names.</param>
    public static Problem? Problem(StackContext context, string role)
    {
        var name = $"{context.Label.Prefix}-{role}-{ExecutionSuffix}";
        return name.Length <= NameRule.Role.MaxLength
            ? null
            : new(
                "role",
                $"{name} ({name.Length} characters)",
                $"{NameRule.Role.MaxLength} at most",
                "the task's roles are called so: give it a shorter name"
            );
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

    private Input<string> TaskPolicy()
    {
        if (_task.ExecSessions is null && !_task.ReadsParameters && _task.Rights is null)
            return PolicyDocument.Of(_task.Statements);
        var rights = _task.Rights ?? Output.Create(ImmutableArray<Statement>.Empty);
        return Output
            .Tuple(_task.KeyArn.ToOutput(), rights)
            .Apply(known => PolicyDocument.Of([.. _task.Statements, .. known.Item2, .. WithKey(known.Item1)]));
    }

    private IEnumerable<Statement> WithKey(string keyArn) =>
        [
            .. _task.ReadsParameters ? ParameterReadPolicy.Tree(_task.Context, keyArn) : [],
            .. _task.ExecSessions is { } sessions ? ExecAccess.Statements(_task.Context, keyArn, sessions) : [],
        ];
}
