using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Security groups: what the internet reaches. A finding is about the group, whatever resource holds the permission.</summary>
internal sealed class SecurityGroupRules : GuardrailTable
{
    private const string LoadBalancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string DefaultGroup = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

    // Security Hub's list of EC2.19, and the ports of Redis, Memcached, MongoDB and etcd, which have no password unless somebody sets one.
    private static readonly int[] Risky =
    [
        20,
        21,
        22,
        23,
        25,
        110,
        135,
        143,
        445,
        1433,
        1434,
        2379,
        3000,
        3306,
        3389,
        4333,
        5000,
        5432,
        5500,
        5601,
        6379,
        8080,
        8088,
        8888,
        9200,
        9300,
        11211,
        27017,
    ];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("EC2.2", Grade.High, Routes.Vpc, "The default security group of a VPC lets nothing in or out")
            {
                Reason =
                    "Whatever is made without naming a security group gets this one, and with it a way to everything else that has it.",
                Fix =
                    "Add an aws.ec2.DefaultSecurityGroup for the VPC and leave its ingress and egress empty. What still uses the group loses its connections.",
                Also = ["CIS 5.5", "CKV2_AWS_12"],
                Check = vpc =>
                    Verdict.Any(
                        vpc.ReferredBy(DefaultGroup, "vpcId").Select(group => group.IsUnset("ingress") & group.IsUnset("egress")),
                        "DefaultSecurityGroup: got none for this VPC, want one without permissions; AWS lets its members reach each other and everything outside"
                    ),
            },
            new("EC2.13", Grade.High, SecurityRules.Group, "No security group lets the internet in by SSH")
            {
                Reason = "Port 22 is tried within minutes by everybody's scanners; one weak key or old daemon is enough.",
                Fix = "Remove the permission; use SSM Session Manager, or ECS Exec for containers, which need no open port.",
                Also = ["CIS 5.3", "CIS 5.4", "EC2.53", "EC2.54", "CKV_AWS_24"],
                Check = group => IsClosed(group, 22),
            },
            new("EC2.14", Grade.High, SecurityRules.Group, "No security group lets the internet in by RDP")
            {
                Reason = "Port 3389 is tried within minutes by everybody's scanners, and a screen on the server is the prize.",
                Fix = "Remove the permission; use SSM Fleet Manager, which needs no open port.",
                Also = ["CIS 5.3", "CIS 5.4", "EC2.53", "EC2.54", "CKV_AWS_25"],
                Check = group => IsClosed(group, 3389),
            },
            new("EC2.18", Grade.High, SecurityRules.Group, "The internet may come in by ports 80 and 443 only")
            {
                Reason = "Every other port that anybody can reach is a service that was not made for strangers.",
                Fix = "Name the security group or the network that needs the port instead of 0.0.0.0/0 and ::/0.",
                Also = ["CKV_AWS_260", "AwsSolutions-EC23"],
                Check = group =>
                    EachInbound(
                        group,
                        rule => rule.IsWorld & !rule.AdmitsOnly(80, 443),
                        rule => $"got {rule.PortText} from {rule.NetworkText}, want tcp 443 or 80"
                    ),
            },
            new(
                "EC2.19",
                Grade.Critical,
                SecurityRules.Group,
                "The internet does not reach a port of databases, caches or remote control"
            )
            {
                Reason = "These services are attacked first: what answers there often trusts whoever can connect.",
                Fix = "Remove the permission, and let in the security group of the one service that connects.",
                Also = ["AwsSolutions-EC23", "AwsSolutions-RDS8"],
                Check = group =>
                    EachInbound(
                        group,
                        rule => rule.IsWorld & AdmitsRisky(rule),
                        rule =>
                            $"got {rule.PortText} from {rule.NetworkText}, want no port of a database, cache or remote control open to the internet"
                    ),
            },
            new(
                "ec2-open-group",
                Grade.High,
                SecurityRules.Group,
                "Only load balancers have security groups that are open to the internet"
            )
            {
                Reason =
                    "A task, an instance or a database behind such a group is reached past the load balancer, its WAF and its logs.",
                Fix = "Put the open permission on the load balancer's group alone, and let that group into the others.",
                When = group => SecurityRules.Of(group).Any(rule => rule.Inbound && rule.IsWorld != false),
                Check = group =>
                    Judgement.Unless(
                        SecurityRules.UsersOf(group).Any(user => user.Type != LoadBalancer)
                            & SecurityRules.Of(group).Aggregate((bool?)false, (any, rule) => any | (rule.Inbound & rule.IsWorld)),
                        $"ingress: got a group open to the internet on {string.Join(", ", SecurityRules.UsersOf(group).Where(user => user.Type != LoadBalancer).Take(3))}, want it on load balancers only",
                        "who may come in"
                    ),
            },
            new(
                "ec2-rule-of-other-stack",
                Grade.High,
                SecurityRules.Ingress,
                "Groups of other stacks are not opened to the internet"
            )
            {
                Reason =
                    "This plan does not show what such a group guards, so nobody who reviews it can say that opening it is safe.",
                Fix = "Make the group part of this stack, or name a security group or a network instead of 0.0.0.0/0 and ::/0.",
                When = rule => !rule.Referred("securityGroupId", SecurityRules.Group).Any(),
                Check = rule =>
                    Judgement.Unless(
                        SecurityRules.Single(rule).IsWorld,
                        $"got {SecurityRules.Single(rule).PortText} from the internet into a group outside this stack, want a named source",
                        "who may come in"
                    ),
            },
        ];

    private static Verdict IsClosed(Resource group, int port) =>
        EachInbound(
            group,
            rule => rule.IsWorld & rule.Admits(port),
            rule => $"got {rule.PortText} from {rule.NetworkText}, want port {port} closed to the internet"
        );

    private static Verdict EachInbound(Resource group, Func<SecurityRule, bool?> wrong, Func<SecurityRule, string> detail) =>
        Verdict.All(
            SecurityRules
                .Of(group)
                .Where(rule => rule.Inbound)
                .Select(rule => Judgement.Of(rule.Where, Judgement.Unless(wrong(rule), detail(rule), "what it lets in")))
        );

    private static bool? AdmitsRisky(SecurityRule rule) => Risky.Aggregate((bool?)false, (any, port) => any | rule.Admits(port));
}
