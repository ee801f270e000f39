using System.Text.Json.Nodes;
using Infra.Tests.Application;

namespace Infra.Tests.Plans;

/// <summary>Whether the application of each stack is given what it needs, and finds who it is told of.</summary>
public sealed class ApplicationTests
{
    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["idp-server"])]
    public async Task Its_environment_covers_the_contract_and_nothing_is_set_twice(string stack)
    {
        var container = Application(await PlannedStack.OfAsync(stack));
        var plain = Names(container, "environment");
        var secret = Names(container, "secrets");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plain.Concat(secret), Is.Unique);
            Assert.That(IdpContract.All.Except(plain.Concat(secret)), Is.Empty);
            Assert.That(IdpContract.Secret.Intersect(plain), Is.Empty, "in plain text");
            Assert.That(secret, Is.EquivalentTo(IdpContract.Secret));
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["idp-server"])]
    public async Task It_finds_database_cache_and_the_world(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var task = PlannedTask.All(plan).Single(task => task.Definition.Name == "idp-server-task-definition");
        var environment = Environment(Application(plan));
        var primary = plan.Named("aws:rds/instance:Instance", "idp-server-postgresql");
        var reader =
            plan.All("aws:rds/instance:Instance").FirstOrDefault(i => i.Text("replicateSourceDb") is not null) ?? primary;
        var proxy = task.Containers.Single(container => (string)container!["name"]! == "redis-tls")!;
        var record = plan.All("aws:route53/record:Record").Single(r => r.Text("type") == "A");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(environment["DB_WRITER_URL"], Does.StartWith($"jdbc:postgresql://{primary["address"]}:5432/idpserver"));
            Assert.That(environment["DB_READER_URL"], Does.StartWith($"jdbc:postgresql://{reader["address"]}:5432/idpserver"));
            Assert.That(primary.Text("dbName"), Is.EqualTo("idpserver"));
            Assert.That(environment["REDIS_HOST"], Is.EqualTo("127.0.0.1"), "the proxy of its own task");
            Assert.That(
                Environment(proxy)["REDIS_ENDPOINT"],
                Is.EqualTo(plan.One("aws:elasticache/replicationGroup:ReplicationGroup")["primaryEndpointAddress"])
            );
            Assert.That(environment["SERVER_URL"], Is.EqualTo($"https://{record.Text("name")}"));
            Assert.That(record.Text("aliases.name"), Is.EqualTo(plan.One("aws:lb/loadBalancer:LoadBalancer")["dnsName"]));
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["idp-server"])]
    public async Task The_load_balancer_asks_the_port_and_the_path_that_it_answers(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var service = plan.One("aws:ecs/service:Service");
        var group = plan.One("aws:lb/targetGroup:TargetGroup");
        var container = Application(plan);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Text("loadBalancers.containerName"), Is.EqualTo((string)container["name"]!));
            Assert.That(
                (int)service.Input("loadBalancers.containerPort")!,
                Is.EqualTo((int)container["portMappings"]![0]!["containerPort"]!)
            );
            Assert.That((int)group.Input("port")!, Is.EqualTo((int)service.Input("loadBalancers.containerPort")!));
            Assert.That(group.Text("healthCheck.path"), Is.EqualTo("/actuator/health"));
            Assert.That(service.Text("loadBalancers.targetGroupArn"), Is.EqualTo(group["arn"]));
            Assert.That(
                plan.All("aws:lb/listener:Listener").Any(service.WaitsFor),
                "ECS refuses a group that no listener leads to"
            );
            Assert.That(
                (int)container["stopTimeout"]!,
                Is.GreaterThan((int)group.Input("deregistrationDelay")! + 35),
                "requests drain before the process is killed"
            );
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["idp-server"])]
    public async Task Its_memory_and_its_pools_fit(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var task = PlannedTask.All(plan).Single(task => task.Definition.Name == "idp-server-task-definition");
        var environment = Environment(Application(plan));
        var service = plan.One("aws:ecs/service:Service");
        var target = plan.One("aws:appautoscaling/target:Target");
        var connections = plan.One("aws:rds/parameterGroup:ParameterGroup")
            .Input("parameters")!
            .AsArray()
            .Single(p => (string)p!["name"]! == "max_connections")!["value"]!;
        var tasks = (int)target.Input("maxCapacity")! * (int)service.Input("deploymentMaximumPercent")! / 100;
        var writers =
            int.Parse(environment["DB_WRITER_MAX_POOL_SIZE"]) + int.Parse(environment["CONTROL_PLANE_DB_WRITER_MAX_POOL_SIZE"]);
        var readers =
            int.Parse(environment["DB_READER_MAX_POOL_SIZE"]) + int.Parse(environment["CONTROL_PLANE_DB_READER_MAX_POOL_SIZE"]);
        var hasReplica = plan.All("aws:rds/instance:Instance").Count() > 1;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                task.Containers.Sum(container => (int?)container!["memory"] ?? (int?)container["memoryReservation"] ?? 0),
                Is.LessThanOrEqualTo(int.Parse(task.Definition.Text("memory")!))
            );
            Assert.That(tasks * (writers + (hasReplica ? 0 : readers)), Is.LessThan(int.Parse((string)connections!)));
            Assert.That(tasks * readers, Is.LessThan(int.Parse((string)connections!)));
        }
    }

    private static JsonNode Application(PlannedStack plan) =>
        PlannedTask
            .All(plan)
            .Single(task => task.Definition.Name == "idp-server-task-definition")
            .Containers.Single(container => (string)container!["name"]! == "idp-server")!;

    private static List<string> Names(JsonNode container, string list) =>
        [.. container[list]!.AsArray().Select(item => (string)item!["name"]!)];

    private static Dictionary<string, string> Environment(JsonNode container) =>
        container["environment"]!.AsArray().ToDictionary(item => (string)item!["name"]!, item => (string)item!["value"]!);
}
