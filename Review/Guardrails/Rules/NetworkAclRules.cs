using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Network ACLs that a program makes. A VPC's default one lets everything through by design, and security groups decide.</summary>
internal sealed class NetworkAclRules : GuardrailTable
{
    private const string Acl = "aws:ec2/networkAcl:NetworkAcl";
    private const string Entry = "aws:ec2/networkAclRule:NetworkAclRule";
    private const string Association = "aws:ec2/networkAclAssociation:NetworkAclAssociation";

    private const int Ssh = 22;
    private const int Rdp = 3389;

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("EC2.16", Grade.Low, Acl, "Every network ACL is in use")
            {
                Reason = "An ACL without subnets filters nothing, and looks in a review as if it did.",
                Fix = "Set subnetIds to the subnets it is for, or remove it.",
                Also = ["CKV2_AWS_1"],
                Check = acl =>
                    acl.ReferredBy(Association).Any() ? Verdict.Pass : acl.IsSet("subnetIds", "the subnets it filters"),
            },
            new("EC2.21", Grade.Medium, Acl, "No network ACL lets the internet in by SSH or RDP")
            {
                Reason = "The second line of defence should hold where the first, a security group, is opened by mistake.",
                Fix = "Narrow the network or the ports of the entry; SSM Session Manager needs neither port.",
                Also = ["CIS 5.2", "CKV_AWS_229", "CKV_AWS_230", "CKV_AWS_231", "CKV_AWS_232"],
                Check = acl =>
                    Verdict.All(
                        Allowing(acl)
                            .Select(entry =>
                                Judgement.Of(
                                    entry.Where,
                                    Judgement.Unless(
                                        entry.IsWorld & (entry.Admits(Ssh) | entry.Admits(Rdp)),
                                        $"got {entry.PortText} from {entry.NetworkText}, want ports 22 and 3389 closed to the internet",
                                        "what it lets in"
                                    )
                                )
                            )
                    ),
            },
        ];

    // Entries are like permissions of a security group, but may also deny.
    private static IEnumerable<SecurityRule> Allowing(Resource acl)
    {
        var at = 0;
        foreach (var entry in acl["ingress"].Items)
        {
            if (entry["action"].Text != "deny")
                yield return Read($"ingress[{at}]", entry);
            at++;
        }
        foreach (var entry in acl.ReferredBy(Entry, "networkAclId"))
            if (entry["egress"].Bool != true && entry["ruleAction"].Text != "deny")
                yield return Read(entry.Name, new Value(entry.State.Inputs));
    }

    private static SecurityRule Read(string where, Value entry) =>
        new(
            where,
            true,
            entry["protocol"],
            entry["fromPort"],
            entry["toPort"],
            [.. ((Value[])[entry["cidrBlock"], entry["ipv6CidrBlock"]]).Where(network => !network.IsEmpty)],
            [],
            [],
            Value.Missing,
            Value.Missing
        );
}
