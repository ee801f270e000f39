using System.Collections.Immutable;

namespace Infra.Tests.Plans;

/// <summary>What can reach what, computed from the rules of all security groups: a flow needs a way out and a way in.</summary>
public sealed class TrafficTests
{
    private const string Internet = "internet";
    private const string Group = "aws:ec2/securityGroup:SecurityGroup";

    // A way out to any address on 443 includes that of the endpoints.
    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> Expected = ImmutableSortedDictionary<
        string,
        ImmutableArray<string>
    >
        .Empty.Add(
            "idp-server",
            [
                "internet -> alb:443",
                "internet -> alb:80",
                "alb -> ecs:8080",
                "ecs -> rds:5432",
                "ecs -> redis:6379",
                "ecs -> internet:443",
                "jobs -> rds:5432",
                "jobs -> internet:443",
                "ecs -> endpoints:443",
                "jobs -> endpoints:443",
            ]
        )
        .Add(
            "web-platform",
            [
                "internet -> alb:443",
                "internet -> alb:80",
                "alb -> ecs:32768-65535",
                "ecs -> internet:443",
                "ecs -> internet:80",
                "ecs -> internet:53",
                "ecs -> internet:53/udp",
                "ecs -> internet:123/udp",
                "ecs -> rds:5432",
                "ecs -> endpoints:443",
            ]
        )
        .Add(
            "neuraknot",
            [
                "internet -> alb:443",
                "internet -> alb:80",
                "alb -> ecs:8080",
                "alb -> ecs:3000",
                "ecs -> ecs:8000",
                "ecs -> rds:5432",
                "ecs -> internet:443",
                "ecs -> endpoints:443",
            ]
        )
        .Add("finsight", ["lambda -> proxy:5432", "proxy -> rds:5432", "lambda -> internet:443", "lambda -> endpoints:443"])
        .Add("taskflow", [])
        .Add("bootstrap", []);

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Only_the_flows_of_the_architecture_are_possible(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var groups = Groups(plan).Values.Append(Internet).ToHashSet();

        // Of the flows of a system, those between what this stack has.
        var expected = Expected[plan.System].Where(flow => Ends(flow).All(groups.Contains));
        // By IPv4 or by IPv6 is the same flow.
        Assert.That(Flows(plan).Distinct(), Is.EquivalentTo(expected));
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task From_the_internet_data_is_two_steps_behind_the_load_balancer(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var flows = Flows(plan).Select(Ends).ToList();
        var steps = new Dictionary<string, int> { [Internet] = 0 };
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var flow in flows)
                if (steps.TryGetValue(flow[0], out var step) && steps.TryAdd(flow[1], step + 1))
                    changed = true;
        }

        var distances = new Dictionary<string, int>
        {
            ["alb"] = 1,
            ["ecs"] = 2,
            ["rds"] = 3,
            ["redis"] = 3,
            ["endpoints"] = 3,
        };
        using (Assert.EnterMultipleScope())
            foreach (var group in Groups(plan).Values)
                if (group == "jobs" || plan.System == "finsight")
                    Assert.That(steps, Does.Not.ContainKey(group), "nothing reaches a job or a function, nor what is behind it");
                else
                    Assert.That(steps[group], Is.EqualTo(distances[group]), group);
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Everything_wears_the_group_of_its_role(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var groups = Groups(plan);
        (string Type, string Path, string Group)[] wardrobe =
        [
            ("aws:lb/loadBalancer:LoadBalancer", "securityGroups", "alb"),
            ("aws:ecs/service:Service", "networkConfiguration.securityGroups", "ecs"),
            ("aws:ec2/launchTemplate:LaunchTemplate", "vpcSecurityGroupIds", "ecs"),
            ("aws:rds/instance:Instance", "vpcSecurityGroupIds", "rds"),
            ("aws:rds/proxy:Proxy", "vpcSecurityGroupIds", "proxy"),
            ("aws:lambda/function:Function", "vpcConfig.securityGroupIds", "lambda"),
            ("aws:elasticache/replicationGroup:ReplicationGroup", "securityGroupIds", "redis"),
        ];

        using (Assert.EnterMultipleScope())
        {
            foreach (var (type, path, group) in wardrobe)
            foreach (var resource in plan.All(type))
            {
                // A service in bridge mode wears the group of its instances, and a function may stand outside: neither has a network of its own.
                if (resource.Input(path.Split('.')[0]) is null)
                    continue;
                Assert.That(resource.Input(path).Texts().Select(id => groups[id]), Is.EqualTo(new[] { group }), $"{resource}");
            }
            foreach (var unused in plan.All("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"))
                Assert.That(unused.Input("ingress")!.AsArray().Concat(unused.Input("egress")!.AsArray()), Is.Empty);
            foreach (var group in plan.All(Group))
                Assert.That(
                    group.Input("ingress") ?? group.Input("egress"),
                    Is.Null,
                    $"{group}: rules are resources of their own"
                );
        }
    }

    private static string[] Ends(string flow) => [.. flow.Split(" -> ").Select(end => end.Split(':')[0])];

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

        IEnumerable<(string Group, string Peer, string Port)> Rules(PlannedStack stack, string type) =>
            stack
                .All(type)
                .Select(rule =>
                {
                    Assert.That(rule.Text("description"), Is.Not.Empty, $"{rule} says why");
                    var peer = rule.Text("referencedSecurityGroupId") is { } other ? groups[other] : Internet;
                    return (groups[rule.Text("securityGroupId")!], peer, Ports(rule));
                });
    }

    private static string Ports(Planned rule)
    {
        var (first, last, protocol) = (rule.Text("fromPort"), rule.Text("toPort"), rule.Text("ipProtocol"));
        return $"{first}{(last == first ? "" : $"-{last}")}{(protocol == "tcp" ? "" : $"/{protocol}")}";
    }

    // The word in a group's name by the reference to its id.
    private static Dictionary<string, string> Groups(PlannedStack plan) =>
        plan.All(Group).ToDictionary(group => group["id"], group => group.Name[(plan.System.Length + 1)..^"-sg".Length]);
}
