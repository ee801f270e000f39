using System.Collections.Immutable;
using Infra.Policies;
using Infra.Security;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;

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

        var execution = Role("execution-role", "Starts the tasks of", ExecutionPolicy.For(args));
        var task =
            args.Statements.IsEmpty && args.ExecSessions is null ? null : Role("role", "Worn by the containers of", TaskPolicy());

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
                ExecutionRoleArn = execution,
                TaskRoleArn = task is null ? null : (Input<string>)task,
                ContainerDefinitions = ContainerDefinitions.Write(args.Containers, args.Context.Region, args.LogGroup),
                Volumes = Volumes(args.Containers),
                Tags = args.Context.Label.NameTag(args.Role),
            },
            new() { Parent = this }
        );

        TaskDefinitionArn = definition.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["taskDefinitionArn"] = TaskDefinitionArn });
    }

    private Output<string> Role(string suffix, string purpose, Input<string> policy) =>
        new ServiceRole(
            $"{_name}-{suffix}",
            new()
            {
                Context = _args.Context,
                Role = $"{_args.Role}-{suffix}",
                Description = $"{purpose} {Family}",
                Service = TaskService,
                SourceArn = _args.Context.Arn("ecs", "*"),
                Policy = policy,
            },
            this
        ).Arn;

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
