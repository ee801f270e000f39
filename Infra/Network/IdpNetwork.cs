using System.Collections.Immutable;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace Infra.Network;

/// <summary>
/// A VPC with three tiers of subnets, the ways in and out, the security groups of everything that will live in it, and a record of its
/// connections. Databases have no way to the internet at all.
/// </summary>
internal sealed class IdpNetwork : ComponentResource
{
    /// <summary>The VPC.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; }

    /// <summary>The subnets of each tier, in the order of the zones.</summary>
    public ImmutableSortedDictionary<SubnetTier, ImmutableArray<Output<string>>> SubnetIds { get; }

    /// <summary>The subnets of databases: their own, or those of the tasks where they have none.</summary>
    public ImmutableArray<Output<string>> DatabaseSubnetIds =>
        SubnetIds.GetValueOrDefault(SubnetTier.Db, SubnetIds[SubnetTier.App]);

    /// <summary>The security groups by role; see <see cref="SecurityRole"/>.</summary>
    public ImmutableSortedDictionary<string, Output<string>> SecurityGroupIds { get; }

    /// <summary>The NAT gateways by the suffix of their zone, such as <c>1a</c>.</summary>
    public ImmutableSortedDictionary<string, Output<string>> NatGatewayIds { get; }

    /// <summary>Makes the network.</summary>
    public IdpNetwork(string name, IdpNetworkArgs args, ComponentResourceOptions? options = null)
        : base("idp:network:IdpNetwork", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var child = new ComponentResourceOptions { Parent = this };

        var vpc = new Vpc(
            $"{name}-vpc",
            new()
            {
                CidrBlock = args.Plan.Vpc.ToString(),
                EnableDnsSupport = true,
                EnableDnsHostnames = true,
                AssignGeneratedIpv6CidrBlock = args.DualStack,
                Tags = args.Context.Label.NameTag("vpc"),
            },
            new() { Parent = this, Protect = args.Protect }
        );
        _ = new VpcDefaults(name, args, vpc, child);

        var subnets = new TierSubnets(name, args, vpc, child);
        var routes = new TierRoutes(name, args, vpc, subnets, child);
        if (args.NetworkAcl == NetworkAclMode.PerTier)
            _ = new TierAcls(name, args, vpc, subnets, child);

        var groups = new SecurityGroups(name, args, vpc, child);
        _ = new VpcEndpoints(name, args, vpc, subnets, routes, groups, child);
        _ = new FlowLogs(name, args, vpc, child);

        (VpcId, SubnetIds, SecurityGroupIds, NatGatewayIds) = (vpc.Id, subnets.Ids, groups.Ids, routes.NatGatewayIds);
        RegisterOutputs(
            new Dictionary<string, object?>
            {
                ["vpcId"] = VpcId,
                ["subnetIds"] = SubnetIds.ToDictionary(tier => tier.Key.Key(), tier => (object?)tier.Value.ToList()),
                ["securityGroupIds"] = SecurityGroupIds.ToDictionary(group => group.Key, group => (object?)group.Value),
            }
        );
    }
}
