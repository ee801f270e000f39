using Infra.Network;

namespace Infra.Tests.Network;

public sealed class TierAclsTests
{
    [Test]
    public async Task Each_tier_lets_pass_what_its_kind_of_work_needs()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args() with { NetworkAcl = NetworkAclMode.PerTier, DualStack = true });

        Assert.That(
            run.All("aws:ec2/networkAclRule:NetworkAclRule")
                .Select(rule =>
                    $"{rule.Name} {rule.Inputs.GetValueOrDefault("cidrBlock") ?? rule.Inputs["ipv6CidrBlock"]} "
                    + $"{rule.Inputs["protocol"]} {rule.Inputs["fromPort"]}-{rule.Inputs["toPort"]} "
                    + $"{rule.Inputs["ruleAction"]} {(Equals(rule.Inputs["egress"], true) ? "out" : "in")}"
                ),
            Is.EquivalentTo(
                new[]
                {
                    "idp-public-acl-in-100 10.0.0.0/16 -1 0-0 allow in",
                    "idp-public-acl-out-100 10.0.0.0/16 -1 0-0 allow out",
                    "idp-public-acl-in-110 0.0.0.0/0 6 443-443 allow in",
                    "idp-public-acl-in-120 0.0.0.0/0 6 80-80 allow in",
                    "idp-public-acl-in-130 0.0.0.0/0 6 1024-65535 allow in",
                    "idp-public-acl-out-110 0.0.0.0/0 -1 0-0 allow out",
                    "idp-public-acl-in-210 ::/0 6 443-443 allow in",
                    "idp-public-acl-in-220 ::/0 6 80-80 allow in",
                    "idp-public-acl-in-230 ::/0 6 1024-65535 allow in",
                    "idp-public-acl-out-210 ::/0 -1 0-0 allow out",
                    "idp-private-app-acl-in-100 10.0.0.0/16 -1 0-0 allow in",
                    "idp-private-app-acl-out-100 10.0.0.0/16 -1 0-0 allow out",
                    "idp-private-app-acl-in-110 0.0.0.0/0 6 1024-65535 allow in",
                    "idp-private-app-acl-out-110 0.0.0.0/0 6 443-443 allow out",
                    "idp-private-db-acl-in-100 10.0.0.0/16 -1 0-0 allow in",
                    "idp-private-db-acl-out-100 10.0.0.0/16 -1 0-0 allow out",
                }
            )
        );
    }

    [Test]
    public async Task There_are_none_unless_wanted()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args());

        Assert.That(run.All("aws:ec2/networkAcl:NetworkAcl").Concat(run.All("aws:ec2/networkAclRule:NetworkAclRule")), Is.Empty);
    }
}
