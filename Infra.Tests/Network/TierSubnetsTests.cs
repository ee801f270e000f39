namespace Infra.Tests.Network;

public sealed class TierSubnetsTests
{
    [Test]
    public async Task Each_tier_has_a_subnet_in_each_zone_with_its_own_block_name_and_type()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args());

        Assert.That(
            run.All("aws:ec2/subnet:Subnet")
                .Select(s =>
                    $"{s.NameTag()} {s.Inputs["cidrBlock"]} {s.Inputs["availabilityZone"]} {s.Tag("Type")} {s.Inputs["vpcId"]}"
                ),
            Is.EquivalentTo(
                new[]
                {
                    "idp-server-public-1a 10.0.1.0/24 ap-northeast-1a public id:idp-vpc",
                    "idp-server-public-1c 10.0.2.0/24 ap-northeast-1c public id:idp-vpc",
                    "idp-server-private-app-1a 10.0.10.0/24 ap-northeast-1a private-app id:idp-vpc",
                    "idp-server-private-app-1c 10.0.11.0/24 ap-northeast-1c private-app id:idp-vpc",
                    "idp-server-private-db-1a 10.0.20.0/24 ap-northeast-1a private-db id:idp-vpc",
                    "idp-server-private-db-1c 10.0.21.0/24 ap-northeast-1c private-db id:idp-vpc",
                }
            )
        );
    }

    [Test]
    public async Task No_subnet_hands_out_public_addresses()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args());

        Assert.That(run.All("aws:ec2/subnet:Subnet").Select(subnet => subnet.Inputs["mapPublicIpOnLaunch"]), Is.All.False);
    }

    [Test]
    public async Task Only_public_subnets_have_IPv6_and_only_where_it_is_wanted()
    {
        var v4 = await NetworkCase.RunAsync(NetworkCase.Args());
        var both = await NetworkCase.RunAsync(NetworkCase.Args() with { DualStack = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(v4.All("aws:ec2/subnet:Subnet").Where(subnet => subnet.Inputs.ContainsKey("ipv6CidrBlock")), Is.Empty);
            Assert.That(
                both.All("aws:ec2/subnet:Subnet")
                    .Where(subnet => subnet.Inputs.ContainsKey("ipv6CidrBlock"))
                    .Select(subnet => $"{subnet.Name} {subnet.Inputs["ipv6CidrBlock"]}"),
                Is.EquivalentTo(new[] { "idp-public-1a 2406:da14:1:ab00::/64", "idp-public-1c 2406:da14:1:ab01::/64" })
            );
            Assert.That(both.One("aws:ec2/vpc:Vpc").Inputs["assignGeneratedIpv6CidrBlock"], Is.True);
        }
    }
}
