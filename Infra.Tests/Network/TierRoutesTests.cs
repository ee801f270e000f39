using Infra.Network;

namespace Infra.Tests.Network;

public sealed class TierRoutesTests
{
    [Test]
    public async Task Each_zone_has_a_gateway_of_its_own_and_uses_it()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All("aws:ec2/natGateway:NatGateway")
                    .Select(n => $"{n.NameTag()} {n.Inputs["subnetId"]} {n.Inputs["allocationId"]}"),
                Is.EquivalentTo(
                    new[]
                    {
                        "idp-server-nat-1a id:idp-public-1a allocation:idp-nat-eip-1a",
                        "idp-server-nat-1c id:idp-public-1c allocation:idp-nat-eip-1c",
                    }
                )
            );
            Assert.That(
                run.All("aws:ec2/eip:Eip").Select(e => $"{e.NameTag()} {e.Inputs["domain"]}"),
                Is.EquivalentTo(new[] { "idp-server-nat-eip-1a vpc", "idp-server-nat-eip-1c vpc" })
            );
            Assert.That(Routes(run), Is.EquivalentTo(new[] { Public, App("1a", "1a"), App("1c", "1c") }));
        }
    }

    [Test]
    public async Task A_single_gateway_serves_every_zone()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args() with { NatGateways = NatGateways.Single });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:ec2/natGateway:NatGateway").NameTag(), Is.EqualTo("idp-server-nat-1a"));
            Assert.That(Routes(run), Is.EquivalentTo(new[] { Public, App("1a", "1a"), App("1c", "1a") }));
        }
    }

    [Test]
    public async Task Without_gateways_tasks_have_no_way_to_the_internet()
    {
        var args = NetworkCase.WithEndpoints([.. InterfaceEndpoint.NeededWithoutNat]) with
        {
            NatGateways = NatGateways.None,
            ImagesInEcr = true,
        };

        var run = await NetworkCase.RunAsync(args);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All("aws:ec2/natGateway:NatGateway").Concat(run.All("aws:ec2/eip:Eip")), Is.Empty);
            Assert.That(Routes(run), Is.EqualTo(new[] { Public }));
        }
    }

    [Test]
    public async Task Every_subnet_has_a_table_and_databases_share_one_without_routes()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args());

        var tables = run.All("aws:ec2/routeTableAssociation:RouteTableAssociation")
            .Select(a => $"{a.Inputs["subnetId"]} {a.Inputs["routeTableId"]}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                tables,
                Is.EquivalentTo(
                    new[]
                    {
                        "id:idp-public-1a id:idp-public-rt",
                        "id:idp-public-1c id:idp-public-rt",
                        "id:idp-private-app-1a id:idp-private-app-1a-rt",
                        "id:idp-private-app-1c id:idp-private-app-1c-rt",
                        "id:idp-private-db-1a id:idp-private-db-rt",
                        "id:idp-private-db-1c id:idp-private-db-rt",
                    }
                )
            );
            Assert.That(Routes(run), Has.None.Contains("private-db"));
            Assert.That(run.One("aws:ec2/internetGateway:InternetGateway").NameTag(), Is.EqualTo("idp-server-igw"));
        }
    }

    [Test]
    public async Task IPv6_reaches_public_subnets_alone()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args() with { DualStack = true });

        var route = run.All("aws:ec2/route:Route").Single(route => route.Inputs.ContainsKey("destinationIpv6CidrBlock"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(route.Inputs["destinationIpv6CidrBlock"], Is.EqualTo("::/0"));
            Assert.That(route.Inputs["routeTableId"], Is.EqualTo("id:idp-public-rt"));
            Assert.That(route.Inputs["gatewayId"], Is.EqualTo("id:idp-igw"));
        }
    }

    private const string Public = "id:idp-public-rt 0.0.0.0/0 id:idp-igw";

    private static string App(string zone, string nat) => $"id:idp-private-app-{zone}-rt 0.0.0.0/0 id:idp-nat-{nat}";

    private static IEnumerable<string> Routes(Sandbox run) =>
        run.All("aws:ec2/route:Route")
            .Select(route =>
            {
                var target = route.Inputs.GetValueOrDefault("gatewayId") ?? route.Inputs["natGatewayId"];
                return $"{route.Inputs["routeTableId"]} {route.Inputs["destinationCidrBlock"]} {target}";
            });
}
