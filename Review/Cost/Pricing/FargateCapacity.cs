using Review.Model;

namespace Review.Cost.Pricing;

/// <summary>What the tasks of an ECS service run on.</summary>
/// <param name="OnDemand">Tasks on Fargate at the full price.</param>
/// <param name="Spot">Tasks on Fargate Spot.</param>
/// <param name="Instances">Tasks on instances.</param>
internal readonly record struct FargateCapacity(decimal OnDemand, decimal Spot, decimal Instances)
{
    private const string Cluster = "aws:ecs/cluster:Cluster";
    private const string Providers = "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders";

    /// <summary>How so many tasks of a service are spread: bases first, the rest by weights, on average.</summary>
    public static FargateCapacity Of(Resource service, decimal tasks)
    {
        var strategies = Strategies(service).ToList();
        if (strategies.Count == 0)
            return service["launchType"].Text == "FARGATE" ? new(tasks, 0, 0) : new(0, 0, tasks);
        var (rest, weights) = (tasks, strategies.Sum(strategy => Number(strategy, "weight")));
        var shares = new decimal[strategies.Count];
        for (var index = 0; index < shares.Length; index++)
        {
            shares[index] = Math.Min(rest, Number(strategies[index], "base"));
            rest -= shares[index];
        }
        var spread = new FargateCapacity();
        for (var index = 0; index < shares.Length; index++)
        {
            var share = shares[index] + (weights == 0 ? 0 : rest * Number(strategies[index], "weight") / weights);
            spread = strategies[index]["capacityProvider"].Text switch
            {
                "FARGATE" => spread with { OnDemand = spread.OnDemand + share },
                "FARGATE_SPOT" => spread with { Spot = spread.Spot + share },
                _ => spread with { Instances = spread.Instances + share },
            };
        }
        return spread;
    }

    // A service that names no launch type follows its cluster.
    private static IEnumerable<Value> Strategies(Resource service)
    {
        if (!service["capacityProviderStrategies"].IsEmpty)
            return service["capacityProviderStrategies"].Items;
        return service["launchType"].IsMissing
            ? service
                .Linked("cluster", Cluster)
                .SelectMany(cluster => cluster.LinkedBy(Providers, "clusterName"))
                .SelectMany(providers => providers["defaultCapacityProviderStrategies"].Items)
            : [];
    }

    private static decimal Number(Value strategy, string property) => (decimal)(strategy[property].Number ?? 0);
}
