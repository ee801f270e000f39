using Infra.Validation;
using Pulumi;
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
    public string InsightsLogGroup { get; }

    /// <summary>Makes the cluster.</summary>
    public FargateCluster(string name, FargateClusterArgs args, ComponentResourceOptions? options = null)
        : base("idp:compute:FargateCluster", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var watched = new WatchedCluster(name, new(args.Context, args.KeyArn, args.Insights, args.LogRetentionDays), this);
        (ClusterName, ExecLogGroup, InsightsLogGroup) = (watched.Name, watched.ExecLogGroup, watched.InsightsLogGroup);

        var capacity = new ClusterCapacityProviders(
            $"{name}-capacity",
            new()
            {
                ClusterName = watched.Resource.Name,
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
            new() { Parent = this }
        );

        // Services name a provider, so they wait until the cluster has it.
        Arn = Output.Tuple(watched.Resource.Arn, capacity.Id).Apply(known => known.Item1);
        RegisterOutputs(new Dictionary<string, object?> { ["arn"] = Arn });
    }
}
