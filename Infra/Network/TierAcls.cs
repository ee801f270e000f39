using Pulumi;
using Pulumi.Aws.Ec2;

namespace Infra.Network;

/// <summary>One network ACL for each tier, for those who must have a second fence behind the security groups.</summary>
internal sealed class TierAcls : ComponentResource
{
    private const string Everything = "-1";
    private const string Tcp = "6";

    internal TierAcls(string name, IdpNetworkArgs args, Vpc vpc, TierSubnets subnets, ComponentResourceOptions options)
        : base("idp:network:TierAcls", name, options)
    {
        foreach (var (tier, ids) in subnets.Ids)
        {
            var acl = new NetworkAcl(
                $"{name}-{tier.Role()}-acl",
                new()
                {
                    VpcId = vpc.Id,
                    SubnetIds = ids,
                    Tags = args.Context.Label.NameTag($"{tier.Role()}-acl"),
                },
                new() { Parent = this }
            );
            foreach (var rule in AclRule.For(tier, args.Plan.Vpc.ToString(), args.DualStack))
                Rule($"{name}-{tier.Role()}-acl-{(rule.IsEgress ? "out" : "in")}-{rule.Number}", acl, rule);
        }
        RegisterOutputs();
    }

    private void Rule(string name, NetworkAcl acl, AclRule rule)
    {
        var isV6 = rule.Block.Contains(':', StringComparison.Ordinal);
        _ = new NetworkAclRule(
            name,
            new()
            {
                NetworkAclId = acl.Id,
                RuleNumber = rule.Number,
                Egress = rule.IsEgress,
                RuleAction = "allow",
                Protocol = rule.Ports is null ? Everything : Tcp,
                FromPort = rule.Ports?.From ?? 0,
                ToPort = rule.Ports?.To ?? 0,
                CidrBlock = isV6 ? null : (Input<string>)rule.Block,
                Ipv6CidrBlock = isV6 ? (Input<string>)rule.Block : null,
            },
            new() { Parent = this }
        );
    }
}
