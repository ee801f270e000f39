using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Network;

/// <summary>Checks that tasks can start with the way to the internet that was chosen.</summary>
internal static class InternetAccess
{
    /// <summary>Every problem, with paths relative to the network's settings.</summary>
    /// <param name="natGateways">The way out.</param>
    /// <param name="imagesInEcr">Whether no image comes from elsewhere.</param>
    /// <param name="interfaceEndpoints">The ways to AWS that do not need it.</param>
    /// <param name="onInstances">Whether tasks run on instances, which must reach ECS before any task. Default: on Fargate.</param>
    public static IEnumerable<Problem> Problems(
        NatGateways natGateways,
        bool imagesInEcr,
        ImmutableArray<string> interfaceEndpoints,
        bool onInstances = false
    )
    {
        if (natGateways != NatGateways.None)
            yield break;
        if (!imagesInEcr)
            yield return new(
                "natGateways",
                "none",
                "single or per-az while imagesInEcr is false",
                "without a NAT gateway no task reaches another registry; set imagesInEcr: true when all images are in ECR"
            );
        var needed = onInstances ? InterfaceEndpoint.NeededOnInstances : InterfaceEndpoint.NeededWithoutNat;
        var missing = needed.Except(interfaceEndpoints).ToList();
        if (missing.Count > 0)
            yield return new(
                "natGateways",
                "none",
                $"interface endpoints for {Spelling.List(missing, "and")} too",
                "without a NAT gateway no task starts without them; add them to interfaceEndpoints"
            );
    }
}
