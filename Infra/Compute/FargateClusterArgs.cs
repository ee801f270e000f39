using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Compute;

/// <summary>What a <see cref="FargateCluster"/> needs.</summary>
internal sealed record FargateClusterArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The key that encrypts the sessions of ECS Exec and their log.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>Where tasks run that do not say it themselves. Default: all on demand.</summary>
    public ImmutableArray<CapacityShare> Capacity { get; init; } = [new(CapacityShare.OnDemand, 0, 1)];

    /// <summary>Default: enhanced, which has metrics of single tasks and containers.</summary>
    public ContainerInsights Insights { get; init; } = ContainerInsights.Enhanced;

    /// <summary>How long what was typed in ECS Exec sessions is kept. Default: a month.</summary>
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate() => CapacityCheck.Problems(Capacity);
}
