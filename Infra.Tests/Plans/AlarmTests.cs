using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Tests.Observability;

namespace Infra.Tests.Plans;

/// <summary>Whether every alarm watches something that the plan makes, by the name that it will have.</summary>
public sealed class AlarmTests
{
    // What Cognito and DynamoDB measure apart, in their words.
    private static readonly string[] UserPoolOperations = ["PasswordChange", "SignIn", "SignUp"];

    private static readonly string[] TableOperations =
    [
        "BatchGetItem",
        "BatchWriteItem",
        "DeleteItem",
        "GetItem",
        "PutItem",
        "Query",
        "TransactGetItems",
        "TransactWriteItems",
        "UpdateItem",
    ];

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Every_dimension_is_a_thing_of_the_plan(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var things = Things(plan);

        using (Assert.EnterMultipleScope())
        {
            foreach (var alarm in plan.All("aws:cloudwatch/metricAlarm:MetricAlarm"))
            foreach (var (name, value) in Dimensions(alarm))
                Assert.That(things.GetValueOrDefault(name, []), Does.Contain(value), $"{alarm.Name} {name}");
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Counts_of_the_log_are_counted_before_they_ring(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var counted = plan.All("aws:cloudwatch/logMetricFilter:LogMetricFilter")
            .Select(filter => $"{filter.Text("metricTransformation.namespace")} {filter.Text("metricTransformation.name")}")
            .ToList();

        var own = plan.All("aws:cloudwatch/metricAlarm:MetricAlarm")
            .Where(alarm =>
                alarm.Text("namespace") is { } space
                && !space.StartsWith("AWS/", StringComparison.Ordinal)
                && !space.StartsWith("ECS/", StringComparison.Ordinal)
                && !space.StartsWith("CloudWatchSynthetics", StringComparison.Ordinal)
            )
            .ToList();
        using (Assert.EnterMultipleScope())
        {
            foreach (var alarm in own)
                Assert.That(counted, Does.Contain($"{alarm.Text("namespace")} {alarm.Text("metricName")}"), alarm.Name);
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Every_runbook_that_an_alarm_names_has_its_section(string stack)
    {
        const string Word = "Runbook: docs/runbooks/";
        var plan = await PlannedStack.OfAsync(stack);
        var named = plan.All("aws:cloudwatch/metricAlarm:MetricAlarm")
            .Concat(plan.All("aws:cloudwatch/compositeAlarm:CompositeAlarm"))
            .Select(alarm => alarm.Text("alarmDescription")!)
            .Where(text => text.Contains(Word, StringComparison.Ordinal))
            .Select(text => text[(text.IndexOf(Word, StringComparison.Ordinal) + Word.Length)..])
            .Distinct()
            .ToList();

        Assert.That(named, Is.SubsetOf(Runbooks.Sections()));
        if (plan.System != "bootstrap") // nothing in it runs
            Assert.That(named, Is.Not.Empty);
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Alarms_tell_a_topic_and_what_they_are_made_of_exists(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        // An alarm tells topics of its own region only.
        var topics = plan.All("aws:sns/topic:Topic").ToLookup(topic => topic.Region, topic => topic["arn"]);
        var names = plan.All("aws:cloudwatch/metricAlarm:MetricAlarm").Select(alarm => alarm.Text("name")!).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Is.Unique);
            foreach (var alarm in plan.All("aws:cloudwatch/metricAlarm:MetricAlarm").Where(a => !a.Name.Contains("deploy")))
            {
                Assert.That(alarm.Input("alarmActions").Texts(), Is.Not.Empty.And.SubsetOf(topics[alarm.Region]), alarm.Name);
                Assert.That(alarm.Input("okActions").Texts(), Is.SubsetOf(topics[alarm.Region]), alarm.Name);
                Assert.That(alarm.Text("alarmDescription"), Does.Contain("Runbook: docs/runbooks/"), alarm.Name);
            }
            foreach (var composite in plan.All("aws:cloudwatch/compositeAlarm:CompositeAlarm"))
            foreach (var part in composite.Text("alarmRule")!.Split('"').Where((_, index) => index % 2 == 1))
                Assert.That(names, Does.Contain(part), composite.Name);
            foreach (var service in plan.All("aws:ecs/service:Service"))
            foreach (var name in service.Input("alarms.alarmNames").Texts())
                Assert.That(names, Does.Contain(name), "undoes a deployment");
            foreach (var deployments in plan.All("aws:codedeploy/deploymentGroup:DeploymentGroup"))
            foreach (var name in deployments.Input("alarmConfiguration.alarms").Texts())
                Assert.That(names, Does.Contain(name), "undoes a deployment");
        }
    }

    private static Dictionary<string, ImmutableArray<string>> Things(PlannedStack plan)
    {
        string[] Values(string type, Func<Planned, string?> value) => [.. plan.All(type).Select(value).OfType<string>()];
        return new Dictionary<string, IEnumerable<string>>
        {
            ["ClusterName"] = Values("aws:ecs/cluster:Cluster", cluster => cluster.Text("name")),
            ["ServiceName"] = Values("aws:ecs/service:Service", service => service.Text("name")),
            ["LoadBalancer"] = Values("aws:lb/loadBalancer:LoadBalancer", balancer => balancer["arnSuffix"]),
            ["TargetGroup"] =
            [
                .. Values("aws:lb/targetGroup:TargetGroup", group => group["arnSuffix"]),
                .. plan.All("aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup").Select(_ => "default"),
            ],
            ["DBInstanceIdentifier"] = Values("aws:rds/instance:Instance", instance => instance.Text("identifier")),
            ["CacheClusterId"] = plan.All("aws:elasticache/replicationGroup:ReplicationGroup")
                .SelectMany(group =>
                    Enumerable
                        .Range(1, (int)group.Input("numCacheClusters")!)
                        .Select(n => $"{group.Text("replicationGroupId")}-{n:000}")
                ),
            ["NatGatewayId"] = Values("aws:ec2/natGateway:NatGateway", gateway => gateway["id"]),
            ["WebACL"] = Values("aws:wafv2/webAcl:WebAcl", acl => acl.Text("visibilityConfig.metricName")),
            ["Region"] = [plan.Region, "Global"],
            ["Rule"] = ["ALL"],
            ["TargetRole"] = ["READ_WRITE"], // an instance is written to, not only read
            ["Operation"] = [.. UserPoolOperations, .. TableOperations],
            ["RiskLevel"] = ["high", "low", "medium"],
            ["DistributionId"] = Values("aws:cloudfront/distribution:Distribution", distribution => distribution["id"]),
            ["UserPool"] = Values("aws:cognito/userPool:UserPool", pool => pool["id"]),
            ["UserPoolId"] = Values("aws:cognito/userPool:UserPool", pool => pool["id"]),
            ["UserPoolClient"] = Values("aws:cognito/userPoolClient:UserPoolClient", client => client["id"]),
            ["FunctionName"] = Values("aws:lambda/function:Function", function => function.Text("name")),
            ["Resource"] = plan.All("aws:lambda/alias:Alias")
                .Select(alias =>
                    $"{plan.All("aws:lambda/function:Function").Single(f => f["arn"] == alias.Text("functionName") || f.Text("name") == alias.Text("functionName")).Text("name")}:{alias.Text("name")}"
                ),
            ["ApiName"] = Values("aws:apigateway/restApi:RestApi", api => api.Text("name")),
            ["Stage"] = Values("aws:apigateway/stage:Stage", stage => stage.Text("stageName")),
            ["QueueName"] = Values("aws:sqs/queue:Queue", queue => queue.Text("name")),
            ["ProxyName"] = Values("aws:rds/proxy:Proxy", proxy => proxy.Text("name")),
            ["ses:configuration-set"] = Values(
                "aws:sesv2/configurationSet:ConfigurationSet",
                set => set.Text("configurationSetName")
            ),
            ["TableName"] = Values("aws:dynamodb/table:Table", table => table.Text("name")),
            ["CanaryName"] = Values("aws:synthetics/canary:Canary", canary => canary.Text("name")),
        }.ToDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray());
    }

    private static IEnumerable<(string Name, string Value)> Dimensions(Planned alarm)
    {
        var maps = new List<JsonNode?> { alarm.Input("dimensions") };
        maps.AddRange((alarm.Input("metricQueries") as JsonArray ?? []).Select(query => query?["metric"]?["dimensions"]));
        return maps.OfType<JsonObject>().SelectMany(map => map).Select(pair => (pair.Key, (string)pair.Value!));
    }
}
