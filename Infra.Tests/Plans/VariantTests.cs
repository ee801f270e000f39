using System.Text.Json.Nodes;
using Infra.Tests.Stacks;

namespace Infra.Tests.Plans;

/// <summary>
/// Production with other choices. Each is a whole plan through the engine, which checks every input against the provider's schema.
/// </summary>
public sealed class VariantTests
{
    private const string Service = "aws:ecs/service:Service";

    [Test]
    public async Task Blue_green_turns_a_rule_of_its_own_that_the_program_leaves_alone()
    {
        var plan = await ProdAsync("""{"service":{"deployment":{"strategy":"blue-green"},"scaling":{"requestsPerTarget":0}}}""");

        var rule = plan.One("aws:lb/listenerRule:ListenerRule");
        var service = plan.One(Service);
        var groups = plan.All("aws:lb/targetGroup:TargetGroup").Select(group => group["arn"]).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.State.IgnoreChanges, Is.Not.Empty.And.Some.Contain("action"));
            Assert.That(service.State.IgnoreChanges, Is.EquivalentTo(new[] { "desiredCount", "loadBalancers" }));
            Assert.That(service.Text("loadBalancers.advancedConfiguration.productionListenerRule"), Is.EqualTo(rule["arn"]));
            Assert.That(
                new[]
                {
                    service.Text("loadBalancers.targetGroupArn"),
                    service.Text("loadBalancers.advancedConfiguration.alternateTargetGroupArn"),
                },
                Is.EquivalentTo(groups)
            );
            Assert.That(service.Input("deploymentCircuitBreaker"), Is.Null);
            Assert.That(
                plan.All("aws:appautoscaling/policy:Policy").Select(policy => policy.Name),
                Has.None.EndsWith("requests")
            );
            Assert.That(service.Input("alarms.alarmNames").Texts(), Has.Length.EqualTo(4));
        }
    }

    [Test]
    public async Task Before_the_first_image_everything_but_the_service_is_there()
    {
        var plan = await ProdAsync("""{"service":{"enabled":false}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.All(Service), Is.Empty);
            Assert.That(plan.All("aws:appautoscaling/target:Target"), Is.Empty);
            Assert.That(
                plan.All("aws:ecs/taskDefinition:TaskDefinition").Select(task => task.Text("family")),
                Has.All.Contains("-db-")
            );
            Assert.That(plan.All("aws:ecr/repository:Repository").Count(), Is.EqualTo(3));
            Assert.That(plan.One("aws:lb/targetGroup:TargetGroup").Text("name"), Is.EqualTo("idp-server-tg"));
            Assert.That(plan.Messages, Has.Some.Contains("infra db bootstrap, migrate, schedule and verify"), "what to do next");
        }
    }

    [Test]
    public async Task An_application_that_speaks_TLS_itself_needs_no_proxy()
    {
        var plan = await ProdAsync("""{"redis":{"tls":"native","engine":"valkey","engineVersion":"8.0","nodes":3}}""");

        var cache = plan.One("aws:elasticache/replicationGroup:ReplicationGroup");
        var task = PlannedTask.All(plan).Single(task => task.Definition.Name == "idp-server-task-definition");
        var application = task.Containers.Single(container => (string)container!["name"]! == "idp-server")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(task.Containers.Select(container => (string)container!["name"]!), Has.None.EqualTo("redis-tls"));
            Assert.That(
                (string)application["environment"]!.AsArray().Single(v => (string)v!["name"]! == "REDIS_HOST")!["value"]!,
                Is.EqualTo(cache["primaryEndpointAddress"])
            );
            Assert.That(cache.Text("engine"), Is.EqualTo("valkey"));
            Assert.That(plan.One("aws:elasticache/parameterGroup:ParameterGroup").Text("family"), Is.EqualTo("valkey8"));
            Assert.That(
                plan.All("aws:cloudwatch/metricAlarm:MetricAlarm").Select(alarm => alarm.Text("dimensions.CacheClusterId")),
                Does.Contain("idp-server-redis-003")
            );
        }
    }

    [Test]
    public async Task Several_replicas_share_the_readers_and_each_is_watched()
    {
        var plan = await ProdAsync("""{"database":{"readReplicas":2}}""");

        var task = PlannedTask.All(plan).Single(task => task.Definition.Name == "idp-server-task-definition");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                task.Definition.Text("containerDefinitions"),
                Does.Contain(
                    "jdbc:postgresql://<idp-server-postgresql-replica.address>:5432,<idp-server-postgresql-replica-2.address>:5432/idpserver?sslmode=require&loadBalanceHosts=true"
                )
            );
            Assert.That(
                plan.All("aws:cloudwatch/metricAlarm:MetricAlarm")
                    .Where(alarm => alarm.Text("metricName") == "ReplicaLag")
                    .Select(alarm => alarm.Text("dimensions.DBInstanceIdentifier")),
                Is.EquivalentTo(new[] { "idp-server-postgresql-replica", "idp-server-postgresql-replica-2" })
            );
        }
    }

    [TestCase("""{"service":{"tracing":"xray-daemon","exec":"off","architecture":"arm64"}}""")]
    [TestCase(
        """{"service":{"tracing":"off","exec":"writable-root","scaling":{"schedule":{"morning":"cron(0 8 ? * MON-FRI *) 3-4"}}}}"""
    )]
    [TestCase("""{"network":{"natGateways":"none","imagesInEcr":true},"service":{"tracing":"off"},"redis":{"tls":"native"}}""")]
    [TestCase("""{"network":{"dualStack":true,"networkAcl":"per-tier"}}""")]
    [TestCase("""{"audit":{"cloudTrail":true,"config":true,"guardDuty":true}}""")]
    [TestCase(
        """{"alerts":{"slackTeamId":"T0123456789","critical":{"emails":["ops@acme.test"],"slackChannelId":"C0123456789"}}}"""
    )]
    [TestCase("""{"database":{"readReplicas":0,"masterPassword":"managed"},"service":{"scaling":{"maxTasks":2}}}""")]
    [TestCase(
        """{"backup":{"enabled":false},"waf":{"authRequestsPerIp":50},"edge":{"connectionLogs":true,"slowStartSeconds":60}}"""
    )]
    public async Task Other_choices_make_plans_that_the_provider_accepts(string settings)
    {
        var plan = await ProdAsync(settings);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.One(Service).State.IgnoreChanges, Does.Contain("desiredCount"));
            foreach (var task in PlannedTask.All(plan))
                Assert.That(
                    task.Execution.SelectMany(statement => statement.Actions),
                    Does.Contain("secretsmanager:GetSecretValue"),
                    task.Definition.Name
                );
        }
    }

    [Test]
    public async Task Development_without_a_domain_speaks_plain_HTTP_and_says_so()
    {
        var plan = await PlannedStack.OfAsync(
            "dev",
            (JsonObject)JsonNode.Parse("""{"edge":{"domain":null,"hostedZoneId":null}}""")!
        );

        var task = PlannedTask.All(plan).Single(task => task.Definition.Name == "idp-server-task-definition");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.One("aws:lb/listener:Listener").Text("protocol"), Is.EqualTo("HTTP"));
            Assert.That(plan.All("aws:acm/certificate:Certificate"), Is.Empty);
            Assert.That(
                task.Definition.Text("containerDefinitions"),
                Does.Contain("""{"name":"IDP_AUTH_SESSION_SECURE","value":"false"}""")
                    .And.Contain("http://<idp-server-alb.dnsName>")
            );
        }
    }

    private static Task<PlannedStack> ProdAsync(string settings) =>
        PlannedStack.OfAsync("prod", (JsonObject)JsonNode.Parse(settings)!);
}
