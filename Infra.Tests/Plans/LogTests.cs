namespace Infra.Tests.Plans;

/// <summary>Whether log groups are there, encrypted and kept for a while, before somebody writes to them.</summary>
public sealed class LogTests
{
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Containers_write_to_groups_that_are_made_first(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
        {
            foreach (var task in PlannedTask.All(plan))
            foreach (var container in task.Containers)
            {
                var name = (string)container!["logConfiguration"]!["options"]!["awslogs-group"]!;
                Assert.That(task.Definition.WaitsFor(Group(plan, name)), Is.True, $"{task.Definition.Name} {name}");
            }
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Services_of_AWS_write_to_groups_that_are_made_first(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
        {
            foreach (var instance in plan.All("aws:rds/instance:Instance"))
            foreach (var kind in instance.Input("enabledCloudwatchLogsExports").Texts())
            {
                var group = Group(plan, $"/aws/rds/instance/{instance.Text("identifier")}/{kind}");
                Assert.That(instance.WaitsFor(group), Is.True, $"{instance.Name} {kind}");
            }
            foreach (var cache in plan.All("aws:elasticache/replicationGroup:ReplicationGroup"))
            foreach (var log in cache.Input("logDeliveryConfigurations")!.AsArray())
                Assert.That(cache.WaitsFor(Group(plan, (string)log!["destination"]!)), Is.True, cache.Name);
            foreach (var cluster in plan.All("aws:ecs/cluster:Cluster"))
            {
                var exec = cluster.Text("configuration.executeCommandConfiguration.logConfiguration.cloudWatchLogGroupName")!;
                Assert.That(cluster.WaitsFor(Group(plan, exec)), Is.True, exec);
            }
            foreach (var function in plan.All("aws:lambda/function:Function"))
                Assert.That(function.WaitsFor(Group(plan, function.Text("loggingConfig.logGroup")!)), Is.True, function.Name);
            foreach (var stage in plan.All("aws:apigateway/stage:Stage"))
                Assert.That(
                    plan.Referred(LogGroup, stage.Text("accessLogSettings.destinationArn")!, "arn").Region,
                    Is.EqualTo(stage.Region),
                    stage.Name
                );
            foreach (var flow in plan.All("aws:ec2/flowLog:FlowLog"))
                Assert.That(plan.Referred(LogGroup, flow.Text("logDestination")!, "arn").Text("name"), Does.EndWith("flow-logs"));
            foreach (var waf in plan.All("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration"))
            {
                var name = waf.Input("logDestinationConfigs").Texts().Single().Split(':')[^1];
                Assert.That(name, Does.StartWith("aws-waf-logs-"), "WAF takes no other names");
                Assert.That(waf.WaitsFor(Group(plan, name)), Is.True, name);
            }
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task No_log_is_kept_for_ever(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
        {
            foreach (var group in plan.All(LogGroup))
                Assert.That((int?)group.Input("retentionInDays"), Is.GreaterThan(0), group.Name);
        }
    }

    private static Planned Group(PlannedStack plan, string name) =>
        plan.All(LogGroup).SingleOrDefault(group => group.Text("name") == name)
        ?? throw new AssertionException($"{plan.Stack}: no log group is called {name}");
}
