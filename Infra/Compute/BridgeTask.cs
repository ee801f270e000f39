using System.Collections.Immutable;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;

namespace Infra.Compute;

/// <summary>
/// A task definition for instances in bridge mode, with roles that can do what its containers need and nothing else. Its ports become any
/// free ones of the instance.
/// </summary>
internal sealed class BridgeTask : ComponentResource
{
    /// <summary>The ARN of this revision of the task definition.</summary>
    [Output("taskDefinitionArn")]
    public Output<string> TaskDefinitionArn { get; }

    /// <summary>The family, <c>web-platform-prod-task</c>.</summary>
    public string Family { get; }

    /// <summary>The roles of the task, which a deployment passes to new revisions.</summary>
    public ImmutableArray<string> RoleArns { get; }

    /// <summary>Makes the task definition.</summary>
    public BridgeTask(string name, BridgeTaskArgs args, ComponentResourceOptions? options = null)
        : base("idp:compute:BridgeTask", name, options)
    {
        args.Validate().ThrowIfAny(this);
        Family = args.Context.Label.Name(args.Role);

        var roles = new TaskRoles(name, Family, args, this);
        RoleArns = roles.Arns;
        var definition = new TaskDefinition(
            $"{name}-definition",
            new()
            {
                Family = Family,
                NetworkMode = "bridge",
                RequiresCompatibilities = ["EC2"],
                Cpu = args.Cpu == 0 ? null : (Input<string>)$"{args.Cpu}",
                Memory = $"{args.MemoryMiB}",
                RuntimePlatform = new TaskDefinitionRuntimePlatformArgs
                {
                    OperatingSystemFamily = "LINUX",
                    CpuArchitecture = args.Architecture == CpuArchitecture.Arm64 ? "ARM64" : "X86_64",
                },
                ExecutionRoleArn = roles.Execution,
                TaskRoleArn = roles.Containers is { } role ? (Input<string>)role : null,
                ContainerDefinitions = ContainerDefinitions.Write(
                    args.Containers,
                    args.Context.Region,
                    args.LogGroup,
                    TaskHost.Bridge
                ),
                Volumes = TaskVolumes.Of(args.Containers),
                SkipDestroy = args.KeepsRevisions ? true : null,
                Tags = args.Context.Label.NameTag(args.Role),
            },
            new() { Parent = this }
        );

        TaskDefinitionArn = definition.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["taskDefinitionArn"] = TaskDefinitionArn });
    }
}
