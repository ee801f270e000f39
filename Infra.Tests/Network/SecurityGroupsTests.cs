using Infra.Network;
using Infra.Systems;
using Pulumi.Testing;

namespace Infra.Tests.Network;

public sealed class SecurityGroupsTests
{
    private static readonly string[] AlwaysThere =
    [
        "alb in tcp 443-443 0.0.0.0/0",
        "alb in tcp 80-80 0.0.0.0/0",
        "alb out tcp 8080-8080 ecs",
        "ecs in tcp 8080-8080 alb",
        "ecs out tcp 443-443 0.0.0.0/0",
        "ecs out tcp 5432-5432 rds",
        "ecs out tcp 6379-6379 redis",
        "jobs out tcp 443-443 0.0.0.0/0",
        "jobs out tcp 5432-5432 rds",
        "rds in tcp 5432-5432 ecs",
        "rds in tcp 5432-5432 jobs",
        "redis in tcp 6379-6379 ecs",
    ];

    [Test]
    public async Task Only_what_is_listed_may_pass()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args());

        Assert.That(Rules(run), Is.EquivalentTo(AlwaysThere));
    }

    [Test]
    public async Task Interface_endpoints_answer_tasks_and_jobs()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.WithEndpoints("kms"));

        Assert.That(
            Rules(run),
            Is.EquivalentTo([.. AlwaysThere, "endpoints in tcp 443-443 ecs", "endpoints in tcp 443-443 jobs"])
        );
    }

    [Test]
    public async Task With_IPv6_the_load_balancer_answers_it_and_nothing_else_does()
    {
        var run = await NetworkCase.RunAsync(
            NetworkCase.Args() with
            {
                DualStack = true,
                Traffic = IdpServerTraffic.Of(dualStack: true, endpoints: false),
            }
        );

        Assert.That(Rules(run), Is.EquivalentTo([.. AlwaysThere, "alb in tcp 443-443 ::/0", "alb in tcp 80-80 ::/0"]));
    }

    [Test]
    public async Task Groups_have_the_names_and_descriptions_of_the_source()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.WithEndpoints("kms"));

        Assert.That(
            run.All("aws:ec2/securityGroup:SecurityGroup")
                .Select(g => $"{g.Inputs["name"]} | {g.NameTag()} | {g.Inputs["description"]}"),
            Is.EquivalentTo(
                new[]
                {
                    "idp-server-alb-sg | idp-server-alb-sg | Security group for idp-server ALB",
                    "idp-server-ecs-sg | idp-server-ecs-sg | Security group for idp-server ECS tasks",
                    "idp-server-jobs-sg | idp-server-jobs-sg | Security group for idp-server database jobs",
                    "idp-server-rds-sg | idp-server-rds-sg | Security group for idp-server RDS",
                    "idp-server-redis-sg | idp-server-redis-sg | Security group for idp-server Redis",
                    "idp-server-endpoints-sg | idp-server-endpoints-sg | Security group for idp-server VPC endpoints",
                }
            )
        );
    }

    [Test]
    public async Task Every_rule_says_why_and_none_is_inline()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Resources(run).Select(rule => rule.Inputs["description"]), Is.All.Not.Empty);
            foreach (var group in run.All("aws:ec2/securityGroup:SecurityGroup"))
                Assert.That(group.Inputs.Keys, Is.EquivalentTo(new[] { "name", "description", "vpcId", "tags" }));
        }
    }

    [Test]
    public async Task Rules_are_known_by_what_they_do()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args());

        var rule = run.One("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "idp-app-out-db-5432");
        Assert.That(rule.NameTag(), Is.EqualTo("idp-server-app-out-db-5432"));
    }

    private static IEnumerable<MockResourceArgs> Resources(Sandbox run) =>
        run.All("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
            .Concat(run.All("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"));

    private static IEnumerable<string> Rules(Sandbox run) => Resources(run).Select(Rule);

    private static string Rule(MockResourceArgs rule)
    {
        var inputs = rule.Inputs;
        var way = rule.Type!.Contains("Ingress", StringComparison.Ordinal) ? "in" : "out";
        object?[] peers =
        [
            inputs.GetValueOrDefault("cidrIpv4"),
            inputs.GetValueOrDefault("cidrIpv6"),
            Group(inputs.GetValueOrDefault("referencedSecurityGroupId")),
        ];
        var ports = $"{inputs["fromPort"]}-{inputs["toPort"]}";
        return $"{Group(inputs["securityGroupId"])} {way} {inputs["ipProtocol"]} {ports} {peers.Single(peer => peer is not null)}";
    }

    private static string? Group(object? id) =>
        (id as string)?.Replace("id:idp-", "", StringComparison.Ordinal).Replace("-sg", "", StringComparison.Ordinal);
}
