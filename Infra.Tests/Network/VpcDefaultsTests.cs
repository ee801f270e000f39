using Infra.Network;

namespace Infra.Tests.Network;

public sealed class VpcDefaultsTests
{
    [Test]
    public async Task The_default_group_and_route_table_are_taken_over_empty()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args());

        var group = run.One("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
        var table = run.One("aws:ec2/defaultRouteTable:DefaultRouteTable");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(group.Inputs["vpcId"], Is.EqualTo("id:idp-vpc"));
            Assert.That(group.Maps("ingress"), Is.Empty);
            Assert.That(group.Maps("egress"), Is.Empty);
            Assert.That(table.Inputs["defaultRouteTableId"], Is.EqualTo("default-rt:idp-vpc"));
            Assert.That(table.Maps("routes"), Is.Empty);
        }
    }

    [TestCase(false), TestCase(true)]
    public async Task The_default_ACL_stays_open_because_an_empty_one_cuts_off_every_subnet(bool dualStack)
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args() with { DualStack = dualStack });

        var acl = run.One("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl");
        string[] v4 = ["action=allow cidrBlock=0.0.0.0/0 fromPort=0 protocol=-1 ruleNo=100 toPort=0"];
        string[] v6 = ["action=allow fromPort=0 ipv6CidrBlock=::/0 protocol=-1 ruleNo=101 toPort=0"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(acl.Inputs["defaultNetworkAclId"], Is.EqualTo("default-acl:idp-vpc"));
            Assert.That(acl.Maps("ingress"), Is.EqualTo(dualStack ? [.. v4, .. v6] : v4));
            Assert.That(acl.Maps("egress"), Is.EqualTo(dualStack ? [.. v4, .. v6] : v4));
            Assert.That(acl.Inputs, Does.Not.ContainKey("subnetIds"));
        }
    }

    [Test]
    public async Task It_is_empty_only_together_with_an_ACL_for_each_tier()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args() with { NetworkAcl = NetworkAclMode.PerTier });

        var acl = run.One("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl");
        var own = run.All("aws:ec2/networkAcl:NetworkAcl").SelectMany(tier => tier.Texts("subnetIds"));
        var subnets = run.All("aws:ec2/subnet:Subnet").Select(subnet => $"id:{subnet.Name}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(acl.Maps("ingress"), Is.Empty);
            Assert.That(acl.Maps("egress"), Is.Empty);
            Assert.That(own, Is.EquivalentTo(subnets));
        }
    }
}
