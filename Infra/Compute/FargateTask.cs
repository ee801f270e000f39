using System.Collections.Immutable;
using Infra.Policies;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;
using Pulumi.Aws.Iam;

namespace Infra.Compute;

/// <summary>A task definition for Fargate with roles that can do what its containers need and nothing else.</summary>
internal sealed class FargateTask : ComponentResource
{
    private const string TaskService = "ecs-tasks.amazonaws.com";

    private readonly string _name;
    private readonly FargateTaskArgs _args;

    /// <summary>The ARN of this revision of the task definition.</summary>
    [Output("taskDefinitionArn")]
    public Output<string> TaskDefinitionArn { get; }

    /// <summary>The family, <c>idp-server-task</c>.</summary>
    public string Family { get; }

    /// <summary>Makes the task definition.</summary>
    public FargateTask(string name, FargateTaskArgs args, ComponentResourceOptions? options = null)
        : base("idp:compute:FargateTask", name, options)
    {
        args.Validate().ThrowIfAny(this);
        (_name, _args) = (name, args);
        Family = args.Context.Label.Name(args.Role);

        var (execution, executionPolicy) = Role("execution-role", "Starts the tasks of", ExecutionPolicy.For(args));
        Role? task = null;
        List<Resource> policies = [executionPolicy];
        if (!args.Statements.IsEmpty || args.ExecSessions is not null)
        {
            (task, var taskPolicy) = Role("role", "Worn by the containers of", TaskPolicy());
            policies.Add(taskPolicy);
        }

        var definition = new TaskDefinition(
            $"{name}-definition",
            new()
            {
                Family = Family,
                NetworkMode = "awsvpc",
                RequiresCompatibilities = ["FARGATE"],
                Cpu = $"{args.Size.Cpu}",
                Memory = $"{args.Size.MemoryMiB}",
                RuntimePlatform = new TaskDefinitionRuntimePlatformArgs
                {
                    OperatingSystemFamily = "LINUX",
                    CpuArchitecture = args.Architecture == CpuArchitecture.Arm64 ? "ARM64" : "X86_64",
                },
                ExecutionRoleArn = execution.Arn,
                TaskRoleArn = task is null ? null : (Input<string>)task.Arn,
                ContainerDefinitions = ContainerDefinitions.Write(args.Containers, args.Context.Region, args.LogGroup),
                Volumes = Volumes(args.Containers),
                Tags = args.Context.Label.NameTag(args.Role),
            },
            // A task started before its role may read its secrets fails.
            new() { Parent = this, DependsOn = [.. policies] }
        );

        TaskDefinitionArn = definition.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["taskDefinitionArn"] = TaskDefinitionArn });
    }

    private (Role, RolePolicy) Role(string suffix, string purpose, Input<string> policy)
    {
        var context = _args.Context;
        var word = $"{_args.Role}-{suffix}";
        var role = new Role(
            $"{_name}-{suffix}",
            new()
            {
                Name = context.Label.Role(word),
                Description = $"{purpose} {Family}",
                AssumeRolePolicy = PolicyDocument.Trust(TaskService, context.AccountId, context.Arn("ecs", "*")),
                Tags = context.Label.NameTag(word),
            },
            new() { Parent = this }
        );
        var attached = new RolePolicy(
            $"{_name}-{suffix}-policy",
            new() { Role = role.Id, Policy = policy },
            new() { Parent = this }
        );
        return (role, attached);
    }

    private Input<string> TaskPolicy() =>
        _args.ExecSessions is { } sessions
            ? _args
                .KeyArn.ToOutput()
                .Apply(keyArn =>
                    PolicyDocument.Of([.. _args.Statements, .. ExecAccess.Statements(_args.Context, keyArn, sessions)])
                )
            : PolicyDocument.Of(_args.Statements);

    private static InputList<TaskDefinitionVolumeArgs> Volumes(ImmutableArray<Container> containers) =>
        containers
            .SelectMany(container => container.Mounts)
            .Select(mount => mount.Volume)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(volume => new TaskDefinitionVolumeArgs { Name = volume })
            .ToList();
}
