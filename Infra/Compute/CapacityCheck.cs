using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Compute;

/// <summary>Whether a capacity provider strategy is one that ECS takes.</summary>
internal static class CapacityCheck
{
    /// <summary>What it would refuse.</summary>
    public static IEnumerable<Problem> Problems(ImmutableArray<CapacityShare> capacity)
    {
        if (capacity.All(share => share.Weight == 0))
            yield return new(
                "capacity",
                "no weight above 0",
                "one or more weights of 1 to 1000",
                "ECS would have nowhere to start further tasks"
            );
        if (capacity.Count(share => share.Base > 0) > 1)
            yield return new("capacity", "several bases", "one at most", "ECS gives a base to one provider only");
    }
}
