using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Network;

/// <summary>What an <see cref="IdpNetwork"/> needs. Plain values decide its shape; the one input only wires it up.</summary>
internal sealed record IdpNetworkArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>Which subnet has which addresses in which zone.</summary>
    public required SubnetPlan Plan { get; init; }

    /// <summary>Who may talk to whom; the system says it.</summary>
    public required NetworkTraffic Traffic { get; init; }

    /// <summary>The key that encrypts the flow logs; its policy must let CloudWatch Logs use it.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>Default: one NAT gateway in each zone.</summary>
    public NatGateways NatGateways { get; init; } = NatGateways.PerAz;

    /// <summary>Default: false, so that a network without a NAT gateway is refused.</summary>
    public bool ImagesInEcr { get; init; }

    /// <summary>Whether tasks run on instances, which need more endpoints where there is no NAT gateway. Default: false, they run on Fargate.</summary>
    public bool OnInstances { get; init; }

    /// <summary>
    /// Services reached through interface endpoints. Default: none, so that tasks reach them through NAT. Each endpoint costs about 10 USD
    /// a month and zone, which all nine in two zones bring to about 184 USD on top of the NAT gateways.
    /// </summary>
    public ImmutableArray<string> InterfaceEndpoints { get; init; } = [];

    /// <summary>Default: the default network ACL lets everything through and security groups decide.</summary>
    public NetworkAclMode NetworkAcl { get; init; } = NetworkAclMode.AllowAll;

    /// <summary>Default: false, IPv4 only.</summary>
    public bool DualStack { get; init; }

    /// <summary>Default: a month.</summary>
    public int FlowLogRetentionDays { get; init; } = 30;

    /// <summary>Default: a record each minute.</summary>
    public int FlowLogAggregationSeconds { get; init; } = 60;

    /// <summary>
    /// Whether subnets are called <c>public-1</c>, <c>private-1</c> as some sources have it. Default: false, after their zones.
    /// </summary>
    public bool NumbersSubnets { get; init; }

    /// <summary>Default: true. The VPC and the public addresses, which partners may have written down, refuse to be deleted.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        var problems = InterfaceEndpoint.Problems(InterfaceEndpoints).ToList();
        problems.AddRange(Traffic.Validate().Select(problem => problem.Under("traffic")));
        if (!InterfaceEndpoints.IsEmpty && !Traffic.Groups.ContainsKey(SecurityRole.Endpoints))
            problems.Add(
                new(
                    "traffic.groups",
                    Traffic.Groups.Keys,
                    $"{SecurityRole.Endpoints} among them",
                    "interface endpoints have a security group"
                )
            );
        problems.AddRange(InternetAccess.Problems(NatGateways, ImagesInEcr, InterfaceEndpoints, OnInstances));
        if (FlowLogAggregationSeconds is not (60 or 600))
            problems.Add(
                new("flowLogAggregationSeconds", FlowLogAggregationSeconds, "60 or 600", "AWS sums up over no other time")
            );
        return problems;
    }
}
