using System.Net;
using Engine.Planning;
using Engine.Values;

namespace Review.Changes.Broadening;

/// <summary>Rules of security groups: an address range, a neighbour or a port that was not let through before.</summary>
internal static class SecurityRules
{
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private const string Group = "aws:ec2/securityGroup:SecurityGroup";

    private static readonly string[] Neighbours =
    [
        "cidrIpv4",
        "cidrIpv6",
        "prefixListId",
        "referencedSecurityGroupId",
        "cidrBlocks",
        "ipv6CidrBlocks",
        "prefixListIds",
        "securityGroups",
        "self",
    ];

    /// <summary>What a change of a resource lets through.</summary>
    public static IEnumerable<(string Path, string What)> Of(string type, ObjectValue old, ObjectValue now)
    {
        if (type is Ingress or Egress)
            return Covers(old, now)
                ? []
                : [(type == Ingress ? "ingress" : "egress", $"{Ports(now)} {Way(type == Ingress, now)}")];
        return type == Group ? Inline("ingress", old, now).Concat(Inline("egress", old, now)) : [];
    }

    private static IEnumerable<(string Path, string What)> Inline(string list, ObjectValue old, ObjectValue now)
    {
        var before = Rules(old[list]).ToList();
        return Rules(now[list])
            .Where(rule => !before.Any(known => Covers(known, rule)))
            .Select(rule => (list, $"{Ports(rule)} {Way(list == "ingress", rule)}"));
    }

    private static IEnumerable<ObjectValue> Rules(PropertyValue? list) => (list as ArrayValue)?.Items.OfType<ObjectValue>() ?? [];

    private static bool Covers(ObjectValue old, ObjectValue now) =>
        !old.Properties.IsEmpty && Neighbours.All(key => CoversNeighbour(old[key], now[key])) && CoversPorts(old, now);

    private static bool CoversNeighbour(PropertyValue? old, PropertyValue? now) =>
        (old, now) switch
        {
            (_, null or NullValue or BoolValue { Value: false }) => true,
            (ArrayValue before, ArrayValue after) => after.Items.All(item =>
                before.Items.Any(known => CoversNeighbour(known, item))
            ),
            (StringValue before, StringValue after) => before.Value == after.Value || Contains(before.Value, after.Value),
            _ => Equals(old, now),
        };

    private static bool Contains(string range, string other) =>
        IPNetwork.TryParse(range, out var outer)
        && IPNetwork.TryParse(other, out var inner)
        && outer.PrefixLength <= inner.PrefixLength
        && outer.Contains(inner.BaseAddress);

    private static bool CoversPorts(ObjectValue old, ObjectValue now)
    {
        var (before, after) = (Protocol(old), Protocol(now));
        if (before == "-1")
            return true;
        return before == after
            && Number(old["fromPort"]) <= Number(now["fromPort"])
            && Number(old["toPort"]) >= Number(now["toPort"]);
    }

    private static string Protocol(ObjectValue rule) => Said(rule["ipProtocol"] ?? rule["protocol"]) ?? "-1";

    private static double Number(PropertyValue? value) =>
        value switch
        {
            NumberValue number => number.Value,
            StringValue text when double.TryParse(text.Value, out var number) => number,
            _ => double.NaN, // compares with nothing, so an unknown port is never covered
        };

    private static string Ports(ObjectValue rule)
    {
        if (Protocol(rule) is "-1")
            return "every protocol and port";
        var (from, to) = (Said(rule["fromPort"]), Said(rule["toPort"]));
        return from == to ? $"{Protocol(rule)} {from}" : $"{Protocol(rule)} {from}-{to}";
    }

    private static string Way(bool enters, ObjectValue rule)
    {
        var who = Neighbours.Select(key => key == "self" ? null : Said(rule[key])).OfType<string>();
        return $"{(enters ? "from" : "to")} {string.Join(", ", who.DefaultIfEmpty("itself"))}";
    }

    private static string? Said(PropertyValue? value) =>
        value switch
        {
            StringValue text => text.Value,
            NumberValue number => CanonicalNumber(number),
            UnknownValue => "what is known after the deployment",
            ArrayValue { Items: { IsEmpty: false } items } => string.Join(", ", items.Select(Said)),
            _ => null,
        };

    private static string CanonicalNumber(NumberValue number) =>
        number.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
