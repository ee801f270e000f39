using System.Runtime.CompilerServices;

namespace Review.Model.Aws;

/// <summary>The permissions of a security group: its own, and those that are resources beside it.</summary>
internal static class SecurityRules
{
    /// <summary>The type of security groups.</summary>
    public const string Group = "aws:ec2/securityGroup:SecurityGroup";

    /// <summary>The type of permissions that let traffic in.</summary>
    public const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    /// <summary>The type of permissions that let traffic out.</summary>
    public const string Egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    private const string Former = "aws:ec2/securityGroupRule:SecurityGroupRule";

    // A dozen rules ask for the same permissions.
    private static readonly ConditionalWeakTable<Resource, SecurityRule[]> Read = [];

    /// <summary>Every permission of a group, or of a VPC's default one.</summary>
    public static IReadOnlyList<SecurityRule> Of(Resource group) => Read.GetValue(group, static group => [.. All(group)]);

    private static IEnumerable<SecurityRule> All(Resource group)
    {
        foreach (var inbound in (bool[])[true, false])
        foreach (var rule in Inline(group, inbound))
            yield return rule;
        foreach (var rule in group.ReferredBy(Ingress, "securityGroupId"))
            yield return Single(rule);
        foreach (var rule in group.ReferredBy(Egress, "securityGroupId"))
            yield return Single(rule);
        foreach (var rule in group.ReferredBy(Former, "securityGroupId"))
            yield return new SecurityRule(
                rule.Name,
                rule["type"].Text != "egress",
                rule["protocol"],
                rule["fromPort"],
                rule["toPort"],
                [.. Each(rule["cidrBlocks"]), .. Each(rule["ipv6CidrBlocks"])],
                Each(rule["sourceSecurityGroupId"]),
                Each(rule["prefixListIds"]),
                rule["self"],
                rule["description"]
            );
    }

    /// <summary>What has the group on its network interfaces: all that refers to it and is neither a permission nor a group.</summary>
    public static IEnumerable<Resource> UsersOf(Resource group) =>
        group
            .Stack.References.To(group)
            .Select(use => use.From)
            .Where(user => user.State.Custom && user.Type is not (Group or Ingress or Egress or Former))
            .Distinct();

    /// <summary>What a resource of its own permits.</summary>
    public static SecurityRule Single(Resource rule) =>
        new(
            rule.Name,
            rule.Type == Ingress,
            rule["ipProtocol"],
            rule["fromPort"],
            rule["toPort"],
            [.. Each(rule["cidrIpv4"]), .. Each(rule["cidrIpv6"])],
            Each(rule["referencedSecurityGroupId"]),
            Each(rule["prefixListId"]),
            Value.Missing,
            rule["description"]
        );

    private static IEnumerable<SecurityRule> Inline(Resource group, bool inbound)
    {
        var property = inbound ? "ingress" : "egress";
        var at = 0;
        foreach (var item in Each(group[property]))
            yield return new SecurityRule(
                $"{property}[{at++}]",
                inbound,
                item["protocol"],
                item["fromPort"],
                item["toPort"],
                [.. Each(item["cidrBlocks"]), .. Each(item["ipv6CidrBlocks"])],
                Each(item["securityGroups"]),
                Each(item["prefixListIds"]),
                item["self"],
                item["description"]
            );
    }

    // An unknown list is one unknown item, so that it is not taken for an empty one.
    private static List<Value> Each(Value list) => list.IsUnknown ? [list] : [.. list.Items];
}
