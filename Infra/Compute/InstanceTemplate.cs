using System.Collections.Immutable;
using System.Text;
using Infra.Settings;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Infra.Compute;

/// <summary>What each instance of a cluster is like when it starts.</summary>
internal static class InstanceTemplate
{
    // The root of ECS-optimised Amazon Linux 2023.
    private const string RootDevice = "/dev/xvda";

    private static readonly string[] Tagged = ["instance", "volume"];

    // The answer of the metadata service must not leave the instance: containers behind the bridge are a hop further, so none can take the
    // role of its instance. Their own roles come from the agent of ECS at another address, which counts no hops.
    private const int MetadataHops = 1;

    /// <summary>Makes the launch template.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="args">What the instances are.</param>
    /// <param name="clusterName">The cluster, from the resource, so that it outlives its instances.</param>
    /// <param name="profileArn">Their role.</param>
    /// <param name="parent">The component.</param>
    public static LaunchTemplate Make(
        string name,
        Ec2CapacityClusterArgs args,
        Output<string> clusterName,
        Output<string> profileArn,
        Resource parent
    ) =>
        new(
            $"{name}-template",
            new()
            {
                Name = args.Context.Label.Name("ecs"),
                // Part of the template, so that another mark makes another version and with it an instance refresh.
                Description = $"Instances of {args.Context.Label.Prefix}, refreshed {args.RefreshMark}",
                UpdateDefaultVersion = true,
                ImageId = $"resolve:ssm:{ImageParameter(args.Type.Architecture)}",
                InstanceType = args.Type.Name,
                IamInstanceProfile = new LaunchTemplateIamInstanceProfileArgs { Arn = profileArn },
                VpcSecurityGroupIds = [args.SecurityGroupId],
                MetadataOptions = new LaunchTemplateMetadataOptionsArgs
                {
                    HttpEndpoint = "enabled",
                    HttpTokens = "required",
                    HttpPutResponseHopLimit = MetadataHops,
                },
                Monitoring = new LaunchTemplateMonitoringArgs { Enabled = args.DetailedMonitoring },
                BlockDeviceMappings =
                [
                    new LaunchTemplateBlockDeviceMappingArgs
                    {
                        DeviceName = RootDevice,
                        Ebs = new LaunchTemplateBlockDeviceMappingEbsArgs
                        {
                            VolumeType = "gp3",
                            VolumeSize = args.RootGiB,
                            Encrypted = "true",
                            KmsKeyId = args.KeyArn,
                            DeleteOnTermination = "true",
                        },
                    },
                ],
                // The provider's default tags do not reach what Auto Scaling starts.
                TagSpecifications = Tagged
                    .Select(kind => new LaunchTemplateTagSpecificationArgs
                    {
                        ResourceType = kind,
                        Tags = args.Tags.SetItem("Name", args.Context.Label.Name("ecs")).ToImmutableDictionary(),
                    })
                    .ToList(),
                UserData = clusterName.Apply(cluster => UserData(cluster, args.ReservedMemoryMiB)),
                Tags = args.Context.Label.NameTag("ecs"),
            },
            new() { Parent = parent }
        );

    /// <summary>Where AWS says which image is the newest; instances take it when they start.</summary>
    public static string ImageParameter(CpuArchitecture architecture) =>
        $"/aws/service/ecs/optimized-ami/amazon-linux-2023/{(architecture == CpuArchitecture.Arm64 ? "arm64/" : "")}recommended/image_id";

    private static string UserData(string cluster, int reservedMemoryMiB) =>
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes(
                string.Join(
                    '\n',
                    "#!/bin/bash",
                    "cat >> /etc/ecs/ecs.config <<'END'",
                    $"ECS_CLUSTER={cluster}",
                    "ECS_ENABLE_TASK_IAM_ROLE=true",
                    // Logs are written in the task's execution role, not in the instance's.
                    "ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE=true",
                    """ECS_AVAILABLE_LOGGING_DRIVERS=["json-file","awslogs"]""",
                    "ECS_DISABLE_PRIVILEGED=true",
                    $"ECS_RESERVED_MEMORY={reservedMemoryMiB}",
                    "END",
                    ""
                )
            )
        );
}
