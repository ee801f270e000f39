using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Vpc;

namespace Infra.Network;

/// <summary>The security groups of everything in the network, one rule resource a rule, so that a change of one touches no other.</summary>
internal sealed class SecurityGroups : ComponentResource
{
    /// <summary>The groups by role.</summary>
    public ImmutableSortedDictionary<string, Output<string>> Ids { get; }

    internal SecurityGroups(string name, IdpNetworkArgs args, Vpc vpc, ComponentResourceOptions options)
        : base("idp:network:SecurityGroups", name, options)
    {
        Ids = args.Traffic.Groups.ToImmutableSortedDictionary(
            group => group.Key,
            group => Group(name, args, vpc, group.Value),
            StringComparer.Ordinal
        );
        foreach (var rule in args.Traffic.Rules)
            Rule(name, args, rule);
        RegisterOutputs();
    }

    private Output<string> Group(string name, IdpNetworkArgs args, Vpc vpc, SecurityGroupText text) =>
        new SecurityGroup(
            $"{name}-{text.Name}-sg",
            new()
            {
                Name = args.Context.Label.SecurityGroup(text.Name),
                Description = text.Description,
                VpcId = vpc.Id,
                Tags = args.Context.Label.NameTag($"{text.Name}-sg"),
            },
            // A second group of the same name cannot stand beside the first.
            new() { Parent = this, DeleteBeforeReplace = true }
        ).Id;

    private void Rule(string name, IdpNetworkArgs args, SecurityRule rule)
    {
        Input<string>? Block(string block) => rule.Peer == block ? (Input<string>)block : null;
        var peer = rule.IsOpen ? null : (Input<string>)Ids[rule.Peer];
        var tags = args.Context.Label.NameTag(rule.Role);
        var child = new CustomResourceOptions { Parent = this };
        if (rule.IsIngress)
            _ = new SecurityGroupIngressRule(
                $"{name}-{rule.Role}",
                new()
                {
                    SecurityGroupId = Ids[rule.Group],
                    Description = rule.Description,
                    IpProtocol = rule.Protocol,
                    FromPort = rule.Port,
                    ToPort = rule.LastPort ?? rule.Port,
                    CidrIpv4 = Block(Anywhere.V4),
                    CidrIpv6 = Block(Anywhere.V6),
                    ReferencedSecurityGroupId = peer,
                    Tags = tags,
                },
                child
            );
        else
            _ = new SecurityGroupEgressRule(
                $"{name}-{rule.Role}",
                new()
                {
                    SecurityGroupId = Ids[rule.Group],
                    Description = rule.Description,
                    IpProtocol = rule.Protocol,
                    FromPort = rule.Port,
                    ToPort = rule.LastPort ?? rule.Port,
                    CidrIpv4 = Block(Anywhere.V4),
                    CidrIpv6 = Block(Anywhere.V6),
                    ReferencedSecurityGroupId = peer,
                    Tags = tags,
                },
                child
            );
    }
}
