using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Network;

/// <summary>
/// Which subnet has which addresses in which zone. A value of this type is sound: every block is legal on AWS, lies inside the VPC and
/// overlaps no other, and every tier there is has one subnet in each zone.
/// </summary>
internal sealed record SubnetPlan
{
    private SubnetPlan(CidrBlock vpc, ImmutableArray<string> zones, ImmutableArray<PlannedSubnet> subnets) =>
        (Vpc, Zones, Subnets) = (vpc, zones, subnets);

    /// <summary>The addresses of the VPC.</summary>
    public CidrBlock Vpc { get; }

    /// <summary>The availability zones, in the order in which the tiers use them.</summary>
    public ImmutableArray<string> Zones { get; }

    /// <summary>All subnets: by tier, then by zone.</summary>
    public ImmutableArray<PlannedSubnet> Subnets { get; }

    /// <summary>The subnets of one tier, one a zone.</summary>
    public IEnumerable<PlannedSubnet> Of(SubnetTier tier) => Subnets.Where(subnet => subnet.Tier == tier);

    /// <summary>Checks a plan as a person wrote it.</summary>
    /// <param name="request">The texts.</param>
    /// <param name="problems">Gets every problem, with paths relative to the network's settings.</param>
    /// <returns>The plan, or nothing when there is a problem.</returns>
    public static SubnetPlan? Create(SubnetRequest request, ICollection<Problem> problems)
    {
        var found = new SubnetCheck(request).Run();
        foreach (var problem in found.Problems)
            problems.Add(problem);
        return found.Problems.Count == 0 ? new(found.Vpc, request.Zones, found.Subnets) : null;
    }
}
