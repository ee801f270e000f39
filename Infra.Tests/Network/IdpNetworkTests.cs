using Infra.Network;
using Infra.Settings.Network;
using Infra.Validation;
using Pulumi;

namespace Infra.Tests.Network;

public sealed class IdpNetworkTests
{
    [Test]
    public async Task The_VPC_resolves_names_and_is_named_after_the_system()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args());

        var vpc = run.One("aws:ec2/vpc:Vpc");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(vpc.Name, Is.EqualTo("idp-vpc"));
            Assert.That(vpc.Inputs["cidrBlock"], Is.EqualTo("10.0.0.0/16"));
            Assert.That(vpc.Inputs["enableDnsSupport"], Is.True);
            Assert.That(vpc.Inputs["enableDnsHostnames"], Is.True);
            Assert.That(vpc.Inputs["assignGeneratedIpv6CidrBlock"], Is.False);
            Assert.That(vpc.NameTag(), Is.EqualTo("idp-server-vpc"));
        }
    }

    [Test]
    public async Task Other_stacks_carry_their_name_but_keep_the_logical_ones()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args() with { Context = TestStacks.Dev });

        var vpc = run.One("aws:ec2/vpc:Vpc");
        Assert.That((vpc.Name, vpc.NameTag()), Is.EqualTo(("idp-vpc", "idp-server-dev-vpc")));
    }

    [Test]
    public async Task Every_resource_that_can_be_tagged_has_a_name()
    {
        var all = NetworkCase.WithEndpoints([.. InterfaceEndpoint.All]) with
        {
            NetworkAcl = NetworkAclMode.PerTier,
            DualStack = true,
        };
        string[] untaggable = ["route:Route", "routeTableAssociation", "rolePolicy:", "networkAclRule:"];

        var run = await NetworkCase.RunAsync(all);

        using (Assert.EnterMultipleScope())
        {
            foreach (var resource in run.Registered.Where(r => r.Type!.StartsWith("aws:", StringComparison.Ordinal)))
            {
                if (!untaggable.Any(type => resource.Type!.Contains(type, StringComparison.Ordinal)))
                    Assert.That(
                        resource.Inputs.ContainsKey("tags") ? resource.NameTag() : "none",
                        Does.StartWith("idp-server-"),
                        resource.Name
                    );
            }
        }
    }

    [Test]
    public async Task It_hands_out_the_VPC_the_subnets_and_the_groups()
    {
        IdpNetwork? network = null;
        await Sandbox.RunAsync(() => network = new IdpNetwork("idp", NetworkCase.Args()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Value(network!.VpcId), Is.EqualTo("id:idp-vpc"));
            Assert.That(await Value(network.SubnetIds[SubnetTier.Db][1]), Is.EqualTo("id:idp-private-db-1c"));
            Assert.That(await Value(network.SecurityGroupIds["app"]), Is.EqualTo("id:idp-ecs-sg"));
            Assert.That(network.SecurityGroupIds.Keys, Is.EqualTo(new[] { "alb", "app", "db", "jobs", "redis" }));
        }
    }

    [Test]
    public async Task Databases_live_beside_the_tasks_where_they_have_no_subnets_of_their_own()
    {
        var two = new NetworkSettings
        {
            Subnets = new()
            {
                Public = ["10.0.1.0/24", "10.0.2.0/24"],
                App = ["10.0.10.0/24", "10.0.20.0/24"],
                Db = [],
            },
        };
        var problems = new List<Problem>();
        var plan = SubnetPlan.Create(two.Request("ap-northeast-1", databasesApart: false), problems)!;
        IdpNetwork? network = null;

        var run = await Sandbox.RunAsync(() =>
            network = new IdpNetwork("idp", NetworkCase.Args() with { Plan = plan, NumbersSubnets = true })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(problems, Is.Empty);
            Assert.That(
                run.All("aws:ec2/subnet:Subnet")
                    .Select(subnet =>
                        $"{subnet.Name} {subnet.NameTag()} {subnet.Inputs["cidrBlock"]} {subnet.Inputs["availabilityZone"]}"
                    ),
                Is.EqualTo(
                    new[]
                    {
                        "idp-public-1a idp-server-public-1 10.0.1.0/24 ap-northeast-1a",
                        "idp-public-1c idp-server-public-2 10.0.2.0/24 ap-northeast-1c",
                        "idp-private-app-1a idp-server-private-1 10.0.10.0/24 ap-northeast-1a",
                        "idp-private-app-1c idp-server-private-2 10.0.20.0/24 ap-northeast-1c",
                    }
                )
            );
            Assert.That(await Value(network!.DatabaseSubnetIds[1]), Is.EqualTo("id:idp-private-app-1c"));
            Assert.That(run.All("aws:ec2/routeTable:RouteTable").Select(table => table.Name), Has.None.Contains("db"));
        }
    }

    [Test]
    public async Task Databases_with_subnets_of_their_own_get_those()
    {
        IdpNetwork? network = null;
        await Sandbox.RunAsync(() => network = new IdpNetwork("idp", NetworkCase.Args()));

        Assert.That(await Value(network!.DatabaseSubnetIds[1]), Is.EqualTo("id:idp-private-db-1c"));
    }

    [Test]
    public void A_system_whose_databases_live_apart_must_say_where()
    {
        var settings = new NetworkSettings { Subnets = new() { Db = [] } };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                settings.Validate("ap-northeast-1", []).Single().ToString(),
                Does.StartWith("subnets.db: got no block, want 2, one for each of ap-northeast-1a and ap-northeast-1c")
            );
            Assert.That(settings.Validate("ap-northeast-1", [], databasesApart: false), Is.Empty);
        }
    }

    [Test]
    public async Task A_refusal_names_the_component_and_every_problem()
    {
        var bad = NetworkCase.Args() with { NatGateways = NatGateways.None, FlowLogAggregationSeconds = 90 };

        var error = await Assert.ThrowsAsync<RunException>(() => NetworkCase.RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.Contain("IdpNetwork 'idp': 3 problems in its args")
                .And.Contain("natGateways: got none, want single or per-az while imagesInEcr is false;")
                .And.Contain("natGateways: got none, want interface endpoints for ecr.api, ecr.dkr, logs and secretsmanager too;")
                .And.Contain("flowLogAggregationSeconds: got 90, want 60 or 600; AWS sums up over no other time")
        );
    }

    private static Task<T> Value<T>(Output<T> output) => Pulumi.Utilities.OutputUtilities.GetValueAsync(output);
}
