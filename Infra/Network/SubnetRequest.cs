using System.Collections.Immutable;

namespace Infra.Network;

/// <summary>A plan of subnets as a person wrote it: texts that nobody has checked yet.</summary>
/// <param name="Region">The region the zones must belong to.</param>
/// <param name="Vpc">The block of the VPC.</param>
/// <param name="Zones">The availability zones.</param>
/// <param name="Tiers">The blocks of each tier there is to be, in the order of the zones.</param>
internal sealed record SubnetRequest(
    string Region,
    string Vpc,
    ImmutableArray<string> Zones,
    ImmutableSortedDictionary<SubnetTier, ImmutableArray<string>> Tiers
);
