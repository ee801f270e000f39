using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;

namespace Infra.Compute;

/// <summary>A task definition for Fargate with roles that can do what its containers need and nothing else.</summary>
internal sealed class FargateTask : ComponentResource
{
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
        Family = args.Context.Label.Name(args.Role);

        var roles = new TaskRoles(name, Family, args, this);
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
                ExecutionRoleArn = roles.Execution,
                TaskRoleArn = roles.Containers is { } role ? (Input<string>)role : null,
                ContainerDefinitions = ContainerDefinitions.Write(args.Containers, args.Context.Region, args.LogGroup),
                Volumes = TaskVolumes.Of(args.Containers),
                Tags = args.Context.Label.NameTag(args.Role),
            },
            new() { Parent = this }
        );

        TaskDefinitionArn = definition.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["taskDefinitionArn"] = TaskDefinitionArn });
    }
}
