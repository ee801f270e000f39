using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Infra.Network;

/// <summary>
/// Takes over what AWS puts into every VPC and empties it, so that nothing works by accident. The default network ACL stays open unless
/// each tier has its own: an empty one alone would cut off every subnet.
/// </summary>
internal sealed class VpcDefaults : ComponentResource
{
    private const string Everything = "-1";

    internal VpcDefaults(string name, IdpNetworkArgs args, Vpc vpc, ComponentResourceOptions options)
        : base("idp:network:VpcDefaults", name, options)
    {
        var label = args.Context.Label;
        var child = new CustomResourceOptions { Parent = this };

        _ = new DefaultSecurityGroup(
            $"{name}-default-sg",
            new()
            {
                VpcId = vpc.Id,
                Ingress = [],
                Egress = [],
                Tags = label.NameTag("default-sg"),
            },
            child
        );
        _ = new DefaultRouteTable(
            $"{name}-default-rt",
            new()
            {
                DefaultRouteTableId = vpc.DefaultRouteTableId,
                Routes = [],
                Tags = label.NameTag("default-rt"),
            },
            child
        );
        var open = args.NetworkAcl == NetworkAclMode.AllowAll;
        _ = new DefaultNetworkAcl(
            $"{name}-default-acl",
            new()
            {
                DefaultNetworkAclId = vpc.DefaultNetworkAclId,
                Ingress = open ? AllowAllIn(args.DualStack) : [],
                Egress = open ? AllowAllOut(args.DualStack) : [],
                Tags = label.NameTag("default-acl"),
            },
            // AWS puts every subnet without an ACL of its own here; the program must not try to take them out again.
            new() { Parent = this, IgnoreChanges = { "subnetIds" } }
        );
        RegisterOutputs();
    }

    private static InputList<DefaultNetworkAclIngressArgs> AllowAllIn(bool dualStack)
    {
        DefaultNetworkAclIngressArgs Rule(int number, Input<string>? v4, Input<string>? v6) =>
            new()
            {
                RuleNo = number,
                Action = "allow",
                Protocol = Everything,
                FromPort = 0,
                ToPort = 0,
                CidrBlock = v4,
                Ipv6CidrBlock = v6,
            };
        return dualStack ? [Rule(100, Anywhere.V4, null), Rule(101, null, Anywhere.V6)] : [Rule(100, Anywhere.V4, null)];
    }

    private static InputList<DefaultNetworkAclEgressArgs> AllowAllOut(bool dualStack)
    {
        DefaultNetworkAclEgressArgs Rule(int number, Input<string>? v4, Input<string>? v6) =>
            new()
            {
                RuleNo = number,
                Action = "allow",
                Protocol = Everything,
                FromPort = 0,
                ToPort = 0,
                CidrBlock = v4,
                Ipv6CidrBlock = v6,
            };
        return dualStack ? [Rule(100, Anywhere.V4, null), Rule(101, null, Anywhere.V6)] : [Rule(100, Anywhere.V4, null)];
    }
}
