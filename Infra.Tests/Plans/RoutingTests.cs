namespace Infra.Tests.Plans;

/// <summary>Subnets, zones, gateways and routes of the whole plan.</summary>
public sealed class RoutingTests
{
    private const string Anywhere = "0.0.0.0/0";

    private static readonly (string Type, string Input, string Tier)[] Places =
    [
        ("aws:lb/loadBalancer:LoadBalancer", "subnets", "public"),
        ("aws:ecs/service:Service", "networkConfiguration.subnets", "private-app"),
        ("aws:autoscaling/group:Group", "vpcZoneIdentifiers", "private-app"),
        ("aws:rds/subnetGroup:SubnetGroup", "subnetIds", "private-db"),
        ("aws:rds/proxy:Proxy", "vpcSubnetIds", "private-db"),
        ("aws:lambda/function:Function", "vpcConfig.subnetIds", "private-app"),
        ("aws:elasticache/subnetGroup:SubnetGroup", "subnetIds", "private-db"),
    ];

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Tasks_leave_through_a_gateway_of_their_zone_where_there_is_one_in_each(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var gateways = plan.All("aws:ec2/natGateway:NatGateway").ToList();

        using (Assert.EnterMultipleScope())
        {
            foreach (var subnet in Subnets(plan, "private-app"))
            {
                var route = DefaultRoute(plan, subnet);
                var gateway = plan.Referred("aws:ec2/natGateway:NatGateway", route!.Text("natGatewayId")!, "id");
                var place = plan.Referred("aws:ec2/subnet:Subnet", gateway.Text("subnetId")!, "id");
                Assert.That(place.Text("tags.Type"), Is.EqualTo("public"));
                if (gateways.Count > 1)
                    Assert.That(place.Text("availabilityZone"), Is.EqualTo(subnet.Text("availabilityZone")), subnet.Name);
            }
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Databases_have_no_way_to_the_internet_and_public_subnets_have_one(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var internet = plan.All("aws:ec2/internetGateway:InternetGateway").SingleOrDefault();

        using (Assert.EnterMultipleScope())
        {
            foreach (var subnet in Subnets(plan, "private-db"))
                Assert.That(DefaultRoute(plan, subnet), Is.Null, subnet.Name);
            foreach (var subnet in Subnets(plan, "public"))
                Assert.That(DefaultRoute(plan, subnet)?.Text("gatewayId"), Is.EqualTo(internet?["id"]), subnet.Name);
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Each_tier_has_a_subnet_in_each_zone_and_holds_what_belongs_there(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        string[] Zones(string tier) => [.. Subnets(plan, tier).Select(subnet => subnet.Text("availabilityZone")!)];
        string[] Ids(string tier) => [.. Subnets(plan, tier).Select(subnet => subnet["id"])];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Zones("public"), Is.Unique.And.EqualTo(Zones("private-app")));
            // The source of one system puts its database beside the tasks.
            var database = plan.System == "neuraknot" && Zones("private-db").Length == 0 ? "private-app" : "private-db";
            Assert.That(Zones("public"), Is.EqualTo(Zones(database)));
            foreach (var (type, input, tier) in Places)
            foreach (var resource in plan.All(type))
                if (resource.Input(input) is { } subnets)
                    Assert.That(subnets.Texts(), Is.EqualTo(Ids(tier == "private-db" ? database : tier)), $"{resource}");
            foreach (var replica in plan.All("aws:rds/instance:Instance").Where(i => i.Text("availabilityZone") is not null))
                Assert.That(Zones(database), Does.Contain(replica.Text("availabilityZone")), replica.Name);
        }
    }

    private static IEnumerable<Planned> Subnets(PlannedStack plan, string type) =>
        plan.All("aws:ec2/subnet:Subnet").Where(subnet => subnet.Text("tags.Type") == type).OrderBy(subnet => subnet.Name);

    private static Planned? DefaultRoute(PlannedStack plan, Planned subnet)
    {
        var association = plan.All("aws:ec2/routeTableAssociation:RouteTableAssociation")
            .Single(a => a.Text("subnetId") == subnet["id"]);
        return plan.All("aws:ec2/route:Route")
            .SingleOrDefault(route =>
                route.Text("routeTableId") == association.Text("routeTableId") && route.Text("destinationCidrBlock") == Anywhere
            );
    }
}
