using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace Infra.Network;

/// <summary>
/// Where each subnet's traffic goes: public ones to the internet gateway, those of tasks to a NAT gateway, those of databases nowhere.
/// </summary>
internal sealed class TierRoutes : ComponentResource
{
    private readonly string _name;
    private readonly IdpNetworkArgs _args;
    private readonly Vpc _vpc;
    private readonly CustomResourceOptions _child;

    /// <summary>The route tables of the tiers that the internet cannot reach.</summary>
    public ImmutableArray<Output<string>> PrivateTableIds { get; }

    /// <summary>The NAT gateways by the suffix of their own zone, such as <c>1a</c>.</summary>
    public ImmutableSortedDictionary<string, Output<string>> NatGatewayIds { get; private set; } =
        ImmutableSortedDictionary.Create<string, Output<string>>(StringComparer.Ordinal);

    internal TierRoutes(string name, IdpNetworkArgs args, Vpc vpc, TierSubnets subnets, ComponentResourceOptions options)
        : base("idp:network:TierRoutes", name, options)
    {
        (_name, _args, _vpc) = (name, args, vpc);
        _child = new() { Parent = this };

        var gateway = new InternetGateway($"{name}-igw", new() { VpcId = vpc.Id, Tags = Tags("igw") }, _child);
        var open = Table("public", subnets.Ids[SubnetTier.Public], args.Plan.Of(SubnetTier.Public));
        _ = new Route(
            $"{name}-public-internet",
            new()
            {
                RouteTableId = open,
                DestinationCidrBlock = Anywhere.V4,
                GatewayId = gateway.Id,
            },
            _child
        );
        if (args.DualStack)
            _ = new Route(
                $"{name}-public-internet-ipv6",
                new()
                {
                    RouteTableId = open,
                    DestinationIpv6CidrBlock = Anywhere.V6,
                    GatewayId = gateway.Id,
                },
                _child
            );

        var nats = NatGateways(gateway, subnets);
        var tables = ImmutableArray.CreateBuilder<Output<string>>();
        foreach (var (subnet, id) in args.Plan.Of(SubnetTier.App).Zip(subnets.Ids[SubnetTier.App]))
        {
            var table = Table(subnet.Role, [id], [subnet]);
            tables.Add(table);
            if (nats.TryGetValue(subnet.Zone, out var nat))
                _ = new Route(
                    $"{name}-{subnet.Role}-internet",
                    new()
                    {
                        RouteTableId = table,
                        DestinationCidrBlock = Anywhere.V4,
                        NatGatewayId = nat,
                    },
                    _child
                );
        }
        if (subnets.Ids.TryGetValue(SubnetTier.Db, out var databases))
            tables.Add(Table(SubnetTier.Db.Role(), databases, args.Plan.Of(SubnetTier.Db)));
        PrivateTableIds = tables.ToImmutable();
        RegisterOutputs();
    }

    // By the zone of the tasks that use it.
    private Dictionary<string, Output<string>> NatGateways(InternetGateway gateway, TierSubnets subnets)
    {
        var places = _args.Plan.Of(SubnetTier.Public).Zip(subnets.Ids[SubnetTier.Public]);
        return _args.NatGateways switch
        {
            Network.NatGateways.None => [],
            Network.NatGateways.Single => NatGateway(places.First(), gateway) is var one
                ? _args.Plan.Zones.ToDictionary(zone => zone, _ => one)
                : [],
            _ => places.ToDictionary(place => place.First.Zone, place => NatGateway(place, gateway)),
        };
    }

    private Output<string> NatGateway((PlannedSubnet Subnet, Output<string> Id) place, InternetGateway gateway)
    {
        var zone = place.Subnet.ZoneSuffix;
        var address = new Eip(
            $"{_name}-nat-eip-{zone}",
            new() { Domain = "vpc", Tags = Tags($"nat-eip-{zone}") },
            new()
            {
                Parent = this,
                Protect = _args.Protect,
                DependsOn = { gateway },
            }
        );
        var gatewayId = new NatGateway(
            $"{_name}-nat-{zone}",
            new()
            {
                AllocationId = address.AllocationId,
                SubnetId = place.Id,
                Tags = Tags($"nat-{zone}"),
            },
            new() { Parent = this, DependsOn = { gateway } }
        ).Id;
        NatGatewayIds = NatGatewayIds.Add(zone, gatewayId);
        return gatewayId;
    }

    private Output<string> Table(string role, IEnumerable<Output<string>> subnetIds, IEnumerable<PlannedSubnet> subnets)
    {
        var table = new RouteTable($"{_name}-{role}-rt", new() { VpcId = _vpc.Id, Tags = Tags($"{role}-rt") }, _child);
        foreach (var (subnet, id) in subnets.Zip(subnetIds))
            _ = new RouteTableAssociation(
                $"{_name}-{subnet.Role}-rt-association",
                new() { RouteTableId = table.Id, SubnetId = id },
                _child
            );
        return table.Id;
    }

    private ImmutableDictionary<string, string> Tags(string role) => _args.Context.Label.NameTag(role);
}
