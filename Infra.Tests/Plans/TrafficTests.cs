namespace Infra.Tests.Plans;

/// <summary>What can reach what, computed from the rules of all security groups: a flow needs a way out and a way in.</summary>
public sealed class TrafficTests
{
    private const string Internet = "internet";

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Only_the_flows_of_the_architecture_are_possible(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        string[] expected =
        [
            "internet -> alb:443",
            "internet -> alb:80",
            "alb -> ecs:8080",
            "ecs -> rds:5432",
            "ecs -> redis:6379",
            "ecs -> internet:443",
            "jobs -> rds:5432",
            "jobs -> internet:443",
            // A way out to any address on 443 includes that of the endpoints.
            .. Groups(plan).ContainsValue("endpoints") ? new[] { "ecs -> endpoints:443", "jobs -> endpoints:443" } : [],
        ];
        Assert.That(Flows(plan), Is.EquivalentTo(expected));
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task From_the_internet_data_is_two_steps_behind_the_load_balancer(string stack)
    {
        var flows = Flows(await PlannedStack.OfAsync(stack)).Select(flow => flow.Split(" -> ")).ToList();
        var steps = new Dictionary<string, int> { [Internet] = 0 };
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var flow in flows)
                if (steps.TryGetValue(flow[0], out var step) && steps.TryAdd(flow[1].Split(':')[0], step + 1))
                    changed = true;
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(steps["alb"], Is.EqualTo(1));
            Assert.That(steps["ecs"], Is.EqualTo(2));
            Assert.That(steps["rds"], Is.EqualTo(3));
            Assert.That(steps["redis"], Is.EqualTo(3));
            Assert.That(steps, Does.Not.ContainKey("jobs"), "nothing reaches a job");
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Everything_wears_the_group_of_its_role(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var groups = Groups(plan);

        string[] Worn(string type, string path) =>
            [.. plan.All(type).SelectMany(resource => resource.Input(path).Texts()).Select(id => groups[id]).Distinct()];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Worn("aws:lb/loadBalancer:LoadBalancer", "securityGroups"), Is.EqualTo(new[] { "alb" }));
            Assert.That(Worn("aws:ecs/service:Service", "networkConfiguration.securityGroups"), Is.EqualTo(new[] { "ecs" }));
            Assert.That(Worn("aws:rds/instance:Instance", "vpcSecurityGroupIds"), Is.EqualTo(new[] { "rds" }));
            Assert.That(
                Worn("aws:elasticache/replicationGroup:ReplicationGroup", "securityGroupIds"),
                Is.EqualTo(new[] { "redis" })
            );
            var unused = plan.One("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
            Assert.That(unused.Input("ingress")!.AsArray().Concat(unused.Input("egress")!.AsArray()), Is.Empty);
            foreach (var group in plan.All("aws:ec2/securityGroup:SecurityGroup"))
                Assert.That(
                    group.Input("ingress") ?? group.Input("egress"),
                    Is.Null,
                    $"{group}: rules are resources of their own"
                );
        }
    }

    private static List<string> Flows(PlannedStack plan)
    {
        var groups = Groups(plan);
        var outward = Rules(plan, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").ToList();
        var inward = Rules(plan, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").ToList();
        var flows = new List<string>();
        foreach (var (group, peer, port) in inward.Where(rule => rule.Peer == Internet))
            flows.Add($"{Internet} -> {group}:{port}");
        foreach (var (group, peer, port) in outward)
        {
            if (peer == Internet)
                flows.Add($"{group} -> {Internet}:{port}");
            foreach (var into in inward.Where(rule => rule.Peer == group && rule.Port == port))
                if (peer == into.Group || peer == Internet)
                    flows.Add($"{group} -> {into.Group}:{port}");
        }
        return flows;

        IEnumerable<(string Group, string Peer, int Port)> Rules(PlannedStack stack, string type) =>
            stack
                .All(type)
                .Select(rule =>
                {
                    Assert.That((int)rule.Input("fromPort")!, Is.EqualTo((int)rule.Input("toPort")!), $"{rule} opens one port");
                    Assert.That(rule.Text("description"), Is.Not.Empty, $"{rule} says why");
                    var peer = rule.Text("referencedSecurityGroupId") is { } other ? groups[other] : Internet;
                    return (groups[rule.Text("securityGroupId")!], peer, (int)rule.Input("fromPort")!);
                });
    }

    // The word in a group's name by the reference to its id.
    private static Dictionary<string, string> Groups(PlannedStack plan) =>
        plan.All("aws:ec2/securityGroup:SecurityGroup")
            .ToDictionary(group => group["id"], group => group.Name["idp-server-".Length..^"-sg".Length]);
}
