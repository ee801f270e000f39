using System.Globalization;
using System.Text;
using Engine.Model;

namespace Review.Changes;

/// <summary>What people call resources when they count them: <c>1 replica, 2 alarms, 1 secret version</c>.</summary>
public static class Nouns
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["aws:cloudwatch/compositeAlarm:CompositeAlarm"] = "alarm",
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = "alarm",
        ["aws:ec2/eip:Eip"] = "elastic IP address",
        ["aws:ec2/natGateway:NatGateway"] = "NAT gateway",
        ["aws:ec2/vpc:Vpc"] = "VPC",
        ["aws:ec2/vpcEndpoint:VpcEndpoint"] = "VPC endpoint",
        ["aws:ecs/service:Service"] = "ECS service",
        ["aws:iam/role:Role"] = "IAM role",
        ["aws:rds/instance:Instance"] = "database instance",
        ["aws:route53/record:Record"] = "DNS record",
        ["aws:scheduler/schedule:Schedule"] = "schedule",
        ["aws:wafv2/webAcl:WebAcl"] = "web ACL",
        ["aws:wafv2/webAclAssociation:WebAclAssociation"] = "web ACL association",
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = "security group rule",
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = "security group rule",
    };

    /// <summary>The word for one resource.</summary>
    public static string Of(ResourceState resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (resource.Type == "aws:rds/instance:Instance" && resource.Inputs["replicateSourceDb"] is not null)
            return "replica";
        return Known.TryGetValue(resource.Type, out var noun)
            ? noun
            : Words(resource.Type[(resource.Type.LastIndexOf(':') + 1)..]);
    }

    /// <summary>So many of these, the most frequent first; beyond six kinds the rest is one number.</summary>
    public static string Count(IEnumerable<ResourceState> resources)
    {
        const int Most = 6;
        var kinds = resources
            .CountBy(Of)
            .OrderByDescending(kind => kind.Value)
            .ThenBy(kind => kind.Key, StringComparer.Ordinal)
            .ToList();
        var told = kinds.Take(kinds.Count > Most ? Most - 1 : Most).Select(kind => Count(kind.Value, kind.Key));
        var rest = kinds.Skip(kinds.Count > Most ? Most - 1 : Most).Sum(kind => kind.Value);
        return string.Join(", ", rest == 0 ? told : told.Append(Count(rest, "other")));
    }

    /// <summary><c>1 policy</c>, <c>2 policies</c>.</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? noun : Plural(noun))}");

    private static string Plural(string noun) =>
        noun switch
        {
            [.., 'g', 's'] => noun, // settings
            [.., 's' or 'x' or 'h'] => $"{noun}es",
            [.., 'a' or 'e' or 'i' or 'o' or 'u', 'y'] => $"{noun}s",
            [.. var stem, 'y'] => $"{stem}ies",
            _ => $"{noun}s",
        };

    // SecretVersion: secret version
    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && words.Length > 0)
                words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }
        return words.ToString();
    }
}
