using System.Collections.Immutable;
using Infra.Compute;
using Infra.Validation;

namespace Infra.Settings.IdpServer;

/// <summary>Settings of where tasks run: on capacity that stays, or on spare capacity that AWS may take back within two minutes.</summary>
internal sealed record CapacitySettings
{
    [Setting("Tasks that always run on Fargate, before any share counts.", Min = 0, Max = 1000)]
    public int FargateBase { get; init; }

    [Setting("The share of Fargate.", Min = 0, Max = 1000)]
    public int FargateWeight { get; init; } = 1;

    [Setting("The share of Fargate Spot, about 70 percent cheaper.", Min = 0, Max = 1000)]
    public int SpotWeight { get; init; }

    /// <summary>The same as the components take it. A provider without share and base is left out.</summary>
    public ImmutableArray<CapacityShare> ToShares() =>
        [
            .. new CapacityShare[]
            {
                new(CapacityShare.OnDemand, FargateBase, FargateWeight),
                new(CapacityShare.Spot, 0, SpotWeight),
            }.Where(share => share.Weight > 0 || share.Base > 0),
        ];

    /// <summary>What the bounds alone cannot say.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (FargateWeight == 0 && SpotWeight == 0)
            yield return new(
                "fargateWeight",
                0,
                "1 or more while spotWeight is 0",
                "ECS would have nowhere to start further tasks"
            );
    }
}
