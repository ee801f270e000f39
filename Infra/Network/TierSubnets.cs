using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace Infra.Network;

/// <summary>The subnets of a plan. None hands out public addresses by itself.</summary>
internal sealed class TierSubnets : ComponentResource
{
    /// <summary>The subnets of each tier, in the order of the zones.</summary>
    public ImmutableSortedDictionary<SubnetTier, ImmutableArray<Output<string>>> Ids { get; }

    internal TierSubnets(string name, IdpNetworkArgs args, Vpc vpc, ComponentResourceOptions options)
        : base("idp:network:TierSubnets", name, options)
    {
        Ids = args
            .Plan.Subnets.GroupBy(subnet => subnet.Tier)
            .ToImmutableSortedDictionary(
                tier => tier.Key,
                tier => tier.Select((subnet, index) => Make(name, args, vpc, subnet, (byte)index)).ToImmutableArray()
            );
        RegisterOutputs();
    }

    private Output<string> Make(string name, IdpNetworkArgs args, Vpc vpc, PlannedSubnet subnet, byte index)
    {
        var label = args.Context.Label;
        var resource = new SubnetArgs
        {
            VpcId = vpc.Id,
            CidrBlock = subnet.Block.ToString(),
            AvailabilityZone = subnet.Zone,
            MapPublicIpOnLaunch = false,
            Tags = label
                .NameTag(args.NumbersSubnets ? $"{Word(subnet.Tier)}-{index + 1}" : subnet.Role)
                .Add("Type", subnet.Tier.Role()),
        };
        if (args.DualStack && subnet.Tier == SubnetTier.Public)
            resource.Ipv6CidrBlock = vpc.Ipv6CidrBlock.Apply(block => Ipv6Block.Subnet(block, index));
        return new Subnet($"{name}-{subnet.Role}", resource, new() { Parent = this }).Id;
    }

    private static string Word(SubnetTier tier) =>
        tier switch
        {
            SubnetTier.Public => "public",
            SubnetTier.App => "private",
            _ => "database",
        };
}
