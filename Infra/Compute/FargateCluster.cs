using Infra.Settings;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;

namespace Infra.Compute;

/// <summary>An ECS cluster that runs on Fargate. Whoever opens a shell in one of its containers leaves a record.</summary>
internal sealed class FargateCluster : ComponentResource
{
    /// <summary>The name, <c>idp-server-cluster</c>, known before anything is deployed.</summary>
    public string ClusterName { get; }

    /// <summary>The ARN, once the cluster can run Fargate tasks.</summary>
    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>The log group of ECS Exec sessions.</summary>
    public string ExecLogGroup { get; }

    /// <summary>The log group of Container Insights.</summary>
    public string InsightsLogGroup => $"/aws/ecs/containerinsights/{ClusterName}/performance";

    /// <summary>Makes the cluster.</summary>
    public FargateCluster(string name, FargateClusterArgs args, ComponentResourceOptions? options = null)
        : base("idp:compute:FargateCluster", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var label = args.Context.Label;
        ClusterName = label.Name("cluster");
        ExecLogGroup = label.LogGroup("ecs", "exec");
        var child = new CustomResourceOptions { Parent = this };

        var log = new LogGroup(
            $"{name}-exec-log",
            new()
            {
                Name = ExecLogGroup,
                RetentionInDays = args.LogRetentionDays,
                KmsKeyId = args.KeyArn,
                Tags = label.NameTag("exec-log"),
            },
            child
        );
        // ECS would make this group itself, unencrypted.
        LogGroup? insights = args.Insights == ContainerInsights.Disabled ? null : Insights(name, args);
        var cluster = new Cluster(
            $"{name}-cluster",
            new()
            {
                Name = ClusterName,
                Settings = [new ClusterSettingArgs { Name = "containerInsights", Value = Word.Of(args.Insights) }],
                Configuration = new ClusterConfigurationArgs
                {
                    ExecuteCommandConfiguration = new ClusterConfigurationExecuteCommandConfigurationArgs
                    {
                        KmsKeyId = args.KeyArn,
                        Logging = "OVERRIDE",
                        LogConfiguration = new ClusterConfigurationExecuteCommandConfigurationLogConfigurationArgs
                        {
                            CloudWatchEncryptionEnabled = true,
                            CloudWatchLogGroupName = log.Name,
                        },
                    },
                },
                Tags = label.NameTag("cluster"),
            },
            new() { Parent = this, DependsOn = insights is null ? [] : [insights] }
        );
        var capacity = new ClusterCapacityProviders(
            $"{name}-capacity",
            new()
            {
                ClusterName = cluster.Name,
                CapacityProviders = [CapacityShare.OnDemand, CapacityShare.Spot],
                DefaultCapacityProviderStrategies = args
                    .Capacity.Select(share => new ClusterCapacityProvidersDefaultCapacityProviderStrategyArgs
                    {
                        CapacityProvider = share.Provider,
                        Base = share.Base,
                        Weight = share.Weight,
                    })
                    .ToList(),
            },
            child
        );

        // Services name a provider, so they wait until the cluster has it.
        Arn = Output.Tuple(cluster.Arn, capacity.Id).Apply(known => known.Item1);
        RegisterOutputs(new Dictionary<string, object?> { ["arn"] = Arn });
    }

    private LogGroup Insights(string name, FargateClusterArgs args) =>
        new(
            $"{name}-insights-log",
            new()
            {
                Name = InsightsLogGroup,
                RetentionInDays = args.LogRetentionDays,
                KmsKeyId = args.KeyArn,
                Tags = args.Context.Label.NameTag("insights-log"),
            },
            new() { Parent = this }
        );
}
