namespace Review.Tests.Guardrails.Rules;

internal sealed class NetworkAclRuleCases : RuleCases
{
    private const string Acl = """
        aws:ec2/networkAcl:NetworkAcl acl {"subnetIds": ["subnet-1"], "ingress": [{"action": "allow", "ruleNo": 100, "protocol": "tcp", "cidrBlock": "0.0.0.0/0", "fromPort": 443, "toPort": 443}, {"action": "deny", "ruleNo": 200, "protocol": "-1", "cidrBlock": "0.0.0.0/0", "fromPort": 0, "toPort": 0}]}
        aws:ec2/networkAclRule:NetworkAclRule back {"networkAclId": "@acl.id", "ruleNumber": 110, "ruleAction": "allow", "protocol": "tcp", "cidrBlock": "10.0.0.0/16", "fromPort": 1024, "toPort": 65535}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("EC2.16", Acl)
                .FailsWith("acl", "subnetIds", null)
                .FailsWith("acl", "subnetIds", "[]")
                .PassesAs(
                    "associated",
                    stack =>
                        stack
                            .With("acl", "subnetIds", null)
                            .And(
                                """aws:ec2/networkAclAssociation:NetworkAclAssociation a {"networkAclId": "@acl.id", "subnetId": "subnet-1"}"""
                            )
                ),
            new RuleCase("EC2.21", Acl)
                .FailsWith("acl", "ingress.0.fromPort", "22")
                .FailsWith("acl", "ingress.1.action", "\"allow\"")
                .FailsWith("back", "cidrBlock", "\"0.0.0.0/0\"")
                .FailsAs("IPv6", stack => stack.With("back", "cidrBlock", null).With("back", "ipv6CidrBlock", "\"::/0\""))
                .PassesAs(
                    "denied",
                    stack => stack.With("back", "cidrBlock", "\"0.0.0.0/0\"").With("back", "ruleAction", "\"deny\"")
                )
                .PassesAs("outwards", stack => stack.With("back", "cidrBlock", "\"0.0.0.0/0\"").With("back", "egress", "true"))
                .CannotKnow("back", "cidrBlock"),
        ];
}
