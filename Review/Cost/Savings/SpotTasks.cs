using System.Collections.Immutable;
using Engine.Values;
using Review.Cost.Pricing;
using Review.Model;

namespace Review.Cost.Savings;

/// <summary>Spare capacity of Fargate, which AWS may take back.</summary>
internal static class SpotTasks
{
    private static readonly ArrayValue Spot = new([
        new ObjectValue(
            ImmutableSortedDictionary
                .Create<string, PropertyValue>(StringComparer.Ordinal)
                .Add("capacityProvider", new StringValue("FARGATE_SPOT"))
                .Add("weight", new NumberValue(1))
        ),
    ]);

    /// <summary>Services that are not production.</summary>
    public static IEnumerable<Saving> Of(WhatIf question) =>
        question.IsProduction
            ? []
            : question.Set(
                new(
                    "Run tasks on Fargate Spot",
                    null,
                    [],
                    "capacityProviderStrategies: FARGATE_SPOT with weight 1 in the services",
                    "AWS takes tasks back with two minutes' warning, and the discount moves with the market"
                ),
                question
                    .Stack.All("aws:ecs/service:Service")
                    .Where(service => FargateCapacity.Of(service, 1) is { OnDemand: > 0 }),
                "capacityProviderStrategies",
                _ => Spot
            );
}
