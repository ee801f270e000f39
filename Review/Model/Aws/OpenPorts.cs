namespace Review.Model.Aws;

/// <summary>What a rule of a security group lets in.</summary>
/// <param name="From">The first port; nothing where it is not known.</param>
/// <param name="To">The last port; nothing where it is not known.</param>
/// <param name="IsEveryPort">Whether it is all protocols and ports, whatever the numbers say.</param>
internal readonly record struct OpenPorts(double? From, double? To, bool IsEveryPort)
{
    /// <summary>All that a security group lets in, written in it or beside it.</summary>
    public static IEnumerable<OpenPorts> Of(Resource group) =>
        group["ingress"]
            .Items.Select(rule => Read(rule, "protocol"))
            .Concat(
                group
                    .ReferredBy("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "securityGroupId")
                    .Select(rule => Read(new Value(rule.State.Inputs), "ipProtocol"))
            )
            .Concat(
                group
                    .ReferredBy("aws:ec2/securityGroupRule:SecurityGroupRule", "securityGroupId")
                    .Where(rule => rule["type"].Text == "ingress")
                    .Select(rule => Read(new Value(rule.State.Inputs), "protocol"))
            );

    private static OpenPorts Read(Value rule, string protocol) =>
        new(rule["fromPort"].Number, rule["toPort"].Number, rule[protocol].Text is "-1" or "all");

    /// <inheritdoc/>
    public override string ToString() =>
        IsEveryPort ? "every port"
        : From == To ? $"{From}"
        : $"{From}-{To}";
}
