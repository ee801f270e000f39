using Infra.Validation;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;

namespace Infra.Compute;

/// <summary>
/// An ECS cluster on EC2 instances of its own. ECS starts one when tasks have no room and stops one when it has none; people reach them by
/// Session Manager only.
/// </summary>
internal sealed class Ec2CapacityCluster : ComponentResource
{
    private const string On = "ENABLED";
    private const string Off = "DISABLED";

    /// <summary>The name, <c>web-platform-prod-cluster</c>, known before anything is deployed.</summary>
    public string ClusterName { get; }

    /// <summary>The ARN, once the cluster can start instances.</summary>
    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>The log group of ECS Exec sessions.</summary>
    public string ExecLogGroup { get; }

    /// <summary>The log group of Container Insights.</summary>
    public string InsightsLogGroup { get; }

    /// <summary>What the instances offer, for services to check and to name.</summary>
    public InstanceCapacity Capacity { get; }

    /// <summary>The name of the Auto Scaling group, known before anything is deployed.</summary>
    public string GroupName { get; }

    /// <summary>Makes the cluster.</summary>
    public Ec2CapacityCluster(string name, Ec2CapacityClusterArgs args, ComponentResourceOptions? options = null)
        : base("idp:compute:Ec2CapacityCluster", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var label = args.Context.Label;
        var child = new CustomResourceOptions { Parent = this };
        var watched = new WatchedCluster(name, new(args.Context, args.KeyArn, args.Insights, args.LogRetentionDays), this);
        (ClusterName, ExecLogGroup, InsightsLogGroup) = (watched.Name, watched.ExecLogGroup, watched.InsightsLogGroup);
        Capacity = args.ToCapacity();
        GroupName = label.Name("ecs-asg");

        var role = new InstanceRole(name, args.Context, ClusterName, this);
        var template = InstanceTemplate.Make(name, args, watched.Resource.Name, role.ProfileArn, this);
        var group = InstanceGroup.Make(name, args, template, this);
        var provider = new CapacityProvider(
            $"{name}-provider",
            new()
            {
                Name = Capacity.Provider,
                AutoScalingGroupProvider = Managed(args.Managed, group),
                Tags = label.NameTag("ec2"),
            },
            child
        );
        var capacity = new ClusterCapacityProviders(
            $"{name}-capacity",
            new()
            {
                ClusterName = watched.Resource.Name,
                CapacityProviders = [provider.Name],
                DefaultCapacityProviderStrategies =
                [
                    new ClusterCapacityProvidersDefaultCapacityProviderStrategyArgs
                    {
                        CapacityProvider = provider.Name,
                        Base = 0,
                        Weight = 1,
                    },
                ],
            },
            child
        );

        // Services name the provider, so they wait until the cluster has it.
        Arn = Output.Tuple(watched.Resource.Arn, capacity.Id).Apply(known => known.Item1);
        RegisterOutputs(new Dictionary<string, object?> { ["arn"] = Arn });
    }

    private static CapacityProviderAutoScalingGroupProviderArgs Managed(ManagedCapacity managed, Group group) =>
        new()
        {
            AutoScalingGroupArn = group.Arn,
            ManagedDraining = managed.Draining ? On : Off,
            ManagedTerminationProtection = managed.TerminationProtection ? On : Off,
            ManagedScaling = new CapacityProviderAutoScalingGroupProviderManagedScalingArgs
            {
                Status = managed.Scaling ? On : Off,
                TargetCapacity = managed.TargetPercent,
                MinimumScalingStepSize = managed.SmallestStep,
                MaximumScalingStepSize = managed.LargestStepAtOnce,
                InstanceWarmupPeriod = managed.WarmUpSeconds,
            },
        };
}
