using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Security groups: whether each permission is needed, narrow, explained, and matched at its other end.</summary>
internal sealed class SecurityGroupHygieneRules : GuardrailTable
{
    // What a service needs is one port; a few more are a cluster's, as of 9092 to 9098.
    private const int FewPorts = 10;

    // Docker gives containers in bridge mode a port of this range, and only AWS knows which.
    private const int FirstDynamicPort = 32_768;

    private static readonly string[] Placeholders = ["Managed by Pulumi", "Managed by Terraform"];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("EC2.22", Grade.Medium, SecurityRules.Group, "Every security group is in use")
            {
                Reason = "A forgotten group keeps its permissions, and the next one to need a group takes it as it is.",
                Fix = "Remove the group, or put it on what it was made for.",
                Also = ["CKV2_AWS_5"],
                FollowsReferences = true,
                Check = group =>
                    Verdict.Of(
                        SecurityRules.UsersOf(group).Any() || group.ReferredBy(Guardrail.WholeStack).Any(),
                        "got a group that nothing has and no stack output names, want it in use"
                    ),
            },
            new(
                "ec2-group-description",
                Grade.Low,
                SecurityRules.Group,
                "Security groups and their permissions say what they are for"
            )
            {
                Reason =
                    "Nobody dares to remove a permission that does not say who needs it; AWS cannot change a group's description later.",
                Fix = "Set description on the group and on each permission. A group's own one is replaced with the group.",
                Also = ["CKV_AWS_23", "AwsSolutions-EC27"],
                Check = group =>
                    group.Ask(
                        "description",
                        value => !value.IsEmpty && !Placeholders.Contains(value.Text),
                        "what the group is for"
                    )
                    & Each(
                        group,
                        rule => rule.Description.IsEmpty,
                        rule => "description: got nothing, want who needs the permission"
                    ),
            },
            new("ec2-port-range", Grade.Medium, SecurityRules.Group, "Permissions name the ports that are needed")
            {
                Reason = "Behind a wide range every process that listens by accident can be reached.",
                Fix =
                    "Name one port a permission. Only containers in bridge mode need a range: 32768 to 65535, from the load balancer's group.",
                Also = ["AwsSolutions-EC23"],
                Check = group =>
                    Each(
                        group,
                        rule => rule.Inbound & rule.IsWiderThan(FewPorts) & !IsDynamic(rule),
                        rule =>
                            $"got {rule.PortText}, want at most {FewPorts} ports, or {FirstDynamicPort} to 65535 from a security group"
                    ),
            },
            new("ec2-egress", Grade.Medium, SecurityRules.Group, "What may leave for the internet is limited to named ports")
            {
                Reason = "An intruder sends out what he finds, and fetches his tools, through whatever is open.",
                Fix = "Replace the permission for every protocol by one for each port that is needed, 443 for AWS's services.",
                Also = ["CKV_AWS_382"],
                Check = group =>
                    Each(
                        group,
                        rule => !rule.Inbound & rule.IsWorld & rule.IsWiderThan(FewPorts),
                        rule => $"got {rule.PortText} to {rule.NetworkText}, want named ports"
                    ),
            },
            new("ec2-rule-source", Grade.Medium, SecurityRules.Group, "Permissions name a source or destination that exists")
            {
                Reason =
                    "A permission without another end does nothing, and one for a group that was deleted waits for whoever gets its place.",
                Fix = "Set referencedSecurityGroupId from the group's id output, or a network or prefix list.",
                Check = group =>
                    Verdict.All(
                        SecurityRules
                            .Of(group)
                            .Select(rule =>
                                Judgement.Of(
                                    rule.Where,
                                    Judgement.Unless(
                                        rule.HasNoPeer ? true
                                            : rule.Groups.All(peer => peer.IsUnknown) ? false
                                            : null,
                                        "got no network, group or prefix list, want one",
                                        $"whether {string.Join(", ", rule.Groups.Select(Checks.Quoted))} exists, which is of no group of this stack,"
                                    )
                                )
                            )
                    ),
            },
            new(
                "ec2-rule-both-ends",
                Grade.Medium,
                SecurityRules.Group,
                "What one group lets out to another, that one lets in, and the other way round"
            )
            {
                Reason =
                    "With one end missing the connection is refused silently: a time-out at run time that no preview of AWS shows.",
                Fix = "Add the permission for the same ports to the group at the other end, or remove this one.",
                Check = group =>
                    Verdict.All(
                        SecurityRules
                            .Of(group)
                            .SelectMany(rule => PeersOf(group, rule).Select(peer => new { rule, peer }))
                            .Select(pair =>
                                Verdict.Of(
                                    SecurityRules.Of(pair.peer).Any(other => Answers(group, pair.rule, other)),
                                    $"{pair.rule.Where}: {pair.peer.Name} got no permission for {pair.rule.PortText} {(pair.rule.Inbound ? "to" : "from")} this group, want one"
                                )
                            )
                    ),
            },
        ];

    private static IEnumerable<Resource> PeersOf(Resource group, SecurityRule rule) =>
        rule.Groups.SelectMany(peer => GroupsIn(group, peer)).Distinct();

    private static IEnumerable<Resource> GroupsIn(Resource group, Value value) =>
        value.Text is { } text ? group.Stack.References.In(text).Where(peer => peer.Type == SecurityRules.Group) : [];

    // What is not known may be the answer.
    private static bool Answers(Resource group, SecurityRule rule, SecurityRule other) =>
        other.Inbound != rule.Inbound
        && (rule.From.Number is not { } first || other.Admits((int)first) != false)
        && (rule.To.Number is not { } last || other.Admits((int)last) != false)
        && (other.Networks.Count > 0 || other.Groups.Any(peer => GroupsIn(group, peer).Contains(group)));

    private static bool? IsDynamic(SecurityRule rule) =>
        rule.From.IsUnknown ? null : rule.From.Number >= FirstDynamicPort && rule is { Networks.Count: 0, IsAllProtocols: false };

    private static Verdict Each(Resource group, Func<SecurityRule, bool?> wrong, Func<SecurityRule, string> detail) =>
        Verdict.All(
            SecurityRules
                .Of(group)
                .Select(rule => Judgement.Of(rule.Where, Judgement.Unless(wrong(rule), detail(rule), "what it lets through")))
        );
}
