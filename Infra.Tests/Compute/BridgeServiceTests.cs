using System.Text.Json;
using Infra.Compute;

namespace Infra.Tests.Compute;

public sealed class BridgeServiceTests
{
    private const string Service = "aws:ecs/service:Service";

    [Test]
    public async Task Tasks_are_spread_over_zones_and_packed_on_few_instances()
    {
        var service = (await BridgeCase.RunAsync(BridgeCase.Args())).One(Service);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Inputs["name"], Is.EqualTo("idp-server-service"));
            Assert.That(service.Inputs["cluster"], Is.EqualTo("arn:cluster"));
            Assert.That(service.Inputs["desiredCount"], Is.EqualTo(2));
            Assert.That(
                service.Maps("orderedPlacementStrategies"),
                Is.EqualTo(new[] { "field=attribute:ecs.availability-zone type=spread", "field=memory type=binpack" })
            );
            Assert.That(
                service.Maps("capacityProviderStrategies"),
                Is.EqualTo(new[] { "base=0 capacityProvider=idp-server-ec2 weight=1" })
            );
            Assert.That(
                service.Inputs,
                Does.Not.ContainKey("launchType").And.Not.ContainKey("networkConfiguration").And.Not.ContainKey("platformVersion")
            );
            Assert.That(
                service.Maps("loadBalancers"),
                Is.EqualTo(new[] { "containerName=app containerPort=3000 targetGroupArn=arn:tg" })
            );
            Assert.That(service.Inputs["healthCheckGracePeriodSeconds"], Is.EqualTo(60));
            Assert.That(service.Inputs["propagateTags"], Is.EqualTo("SERVICE"));
            Assert.That(service.Inputs["enableExecuteCommand"], Is.True);
        }
    }

    [Test]
    public async Task Task_by_task_a_version_that_fails_is_undone()
    {
        var options = new Options();
        var service = (await BridgeCase.RunAsync(BridgeCase.Args(), options)).One(Service);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Json("deploymentController"), Is.EqualTo("""{"type":"ECS"}"""));
            Assert.That(service.Json("deploymentCircuitBreaker"), Is.EqualTo("""{"enable":true,"rollback":true}"""));
            Assert.That(service.Json("deploymentConfiguration"), Is.EqualTo("""{"strategy":"ROLLING"}"""));
            Assert.That(
                (service.Inputs["deploymentMinimumHealthyPercent"], service.Inputs["deploymentMaximumPercent"]),
                Is.EqualTo(((object)100, (object)200))
            );
            Assert.That(service.Json("alarms"), Does.Contain("idp-server-service-deploy-5xx").And.Contain("\"rollback\":true"));
            Assert.That(service.Inputs["availabilityZoneRebalancing"], Is.EqualTo("ENABLED"));
            Assert.That(service.Inputs["waitForSteadyState"], Is.True);
            Assert.That(options.Ignored("web-service"), Is.EqualTo(new[] { "desiredCount" }));
            Assert.That(options.DeleteBeforeReplace("web-service"), Is.True);
        }
    }

    [Test]
    public async Task To_CodeDeploy_this_program_leaves_what_CodeDeploy_changes()
    {
        var options = new Options();
        var run = await BridgeCase.RunAsync(BridgeCase.CodeDeploy(), options);

        var service = run.One(Service);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Json("deploymentController"), Is.EqualTo("""{"type":"CODE_DEPLOY"}"""));
            foreach (
                var refused in new[]
                {
                    "alarms",
                    "availabilityZoneRebalancing",
                    "deploymentCircuitBreaker",
                    "deploymentConfiguration",
                    "deploymentMaximumPercent",
                    "deploymentMinimumHealthyPercent",
                }
            )
                Assert.That(service.Inputs, Does.Not.ContainKey(refused), "ECS refuses it beside CODE_DEPLOY");
            Assert.That(service.Inputs["waitForSteadyState"], Is.False);
            Assert.That(
                options.Ignored("web-service"),
                Is.EqualTo(new[] { "capacityProviderStrategies", "desiredCount", "loadBalancers", "taskDefinition" })
            );
            Assert.That(
                run.All("aws:cloudwatch/metricAlarm:MetricAlarm").Select(alarm => alarm.Inputs["name"]),
                Is.EquivalentTo(
                    new[]
                    {
                        "idp-server-service-deploy-5xx",
                        "idp-server-service-deploy-5xx-green",
                        "idp-server-service-deploy-unhealthy",
                        "idp-server-service-deploy-unhealthy-green",
                    }
                )
            );
        }
    }

    [Test]
    public async Task To_a_tool_this_program_leaves_task_definition_and_count()
    {
        var options = new Options();
        var service = (await BridgeCase.RunAsync(BridgeCase.Args() with { Deployer = Deployer.External }, options)).One(Service);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Json("deploymentController"), Is.EqualTo("""{"type":"ECS"}"""));
            Assert.That(service.Json("deploymentCircuitBreaker"), Does.Contain("true"));
            Assert.That(service.Inputs["waitForSteadyState"], Is.False);
            Assert.That(options.Ignored("web-service"), Is.EqualTo(new[] { "desiredCount", "taskDefinition" }));
        }
    }

    [Test]
    public async Task A_service_at_rest_has_no_task_and_nothing_that_moves_the_number()
    {
        var scaling = BridgeCase.Args().Scaling with { MinTasks = 0 };
        var (options, tool) = (new Options(), new Options());
        var rest = await BridgeCase.RunAsync(BridgeCase.Args() with { Scaling = scaling }, options);
        _ = await BridgeCase.RunAsync(BridgeCase.Args() with { Scaling = scaling, Deployer = Deployer.External }, tool);
        var night = await BridgeCase.RunAsync(
            BridgeCase.Args() with
            {
                Scaling = scaling with { Schedule = scaling.Schedule.Add("day", new("0 8 ? * MON-FRI *", 2, 10)) },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rest.One(Service).Inputs["desiredCount"], Is.Zero);
            Assert.That(rest.All("aws:appautoscaling/target:Target"), Is.Empty);
            Assert.That(options.Ignored("web-service"), Is.Empty, "so that tasks that run are stopped");
            Assert.That(tool.Ignored("web-service"), Does.Contain("desiredCount"), "the tool starts and stops");
            Assert.That(night.One("aws:appautoscaling/target:Target").Inputs["minCapacity"], Is.Zero);
        }
    }

    [Test]
    public async Task A_shell_needs_one_directory_only_because_ECS_brings_the_others()
    {
        var run = await BridgeCase.RunAsync(BridgeCase.Args());

        var container = JsonDocument
            .Parse((string)run.One("aws:ecs/taskDefinition:TaskDefinition").Inputs["containerDefinitions"])
            .RootElement[0];
        Assert.That(
            container.GetProperty("mountPoints").EnumerateArray().Select(m => m.GetProperty("containerPath").GetString()),
            Is.EqualTo(new[] { "/var/lib/amazon/ssm" })
        );
    }

    [Test]
    public void What_ECS_or_CodeDeploy_would_refuse_is_refused_together()
    {
        var bad = BridgeCase.Args() with
        {
            Deployer = Deployer.Codedeploy,
            Deployment = new() { Strategy = DeploymentStrategy.BlueGreen },
            MemoryMiB = 4096,
            Scaling = new()
            {
                MinTasks = -1,
                MaxTasks = 2,
                MayRest = true,
                RequestsPerTarget = 10,
            },
            Target = BridgeCase.Args().Target! with { Port = 8080 },
            GracePeriodSeconds = -1,
        };

        Assert.That(
            bad.Validate().Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "scaling.minTasks: got -1, want 0 or more; 0 stops the service",
                    "memoryMiB: got 4096, want 3512 at most on t3.medium; no instance could run the task; the rest is the system's",
                    "deployment.strategy: got blue-green, want rolling, with deployer codedeploy for blue/green; blue/green by ECS wants targets with an address of their own (awsvpc), and in bridge mode they are ports of instances",
                    "target.codeDeploy: got nothing, want a second target group and the listeners; CodeDeploy turns a load balancer between two groups",
                    "scaling.requestsPerTarget: got 10, want nothing without a load balancer or with codedeploy; the metric belongs to one target group, and CodeDeploy changes between two",
                    "target.container: got app, want a container of the task with that port; correct the name",
                    "gracePeriodSeconds: got -1, want 0 or more; it is a time",
                }
            )
        );
    }

    [Test]
    public void Both_versions_of_all_tasks_fit_the_instances_with_CodeDeploy()
    {
        var args = BridgeCase.CodeDeploy() with
        {
            Scaling = new() { MinTasks = 2, MaxTasks = 16 },
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(args.Validate().Single().Path, Is.EqualTo("scaling.maxTasks"));
            Assert.That((args with { Scaling = args.Scaling with { MaxTasks = 15 } }).Validate(), Is.Empty);
        }
    }

    [Test]
    public void A_load_balancer_made_for_CodeDeploy_needs_it() =>
        Assert.That(
            (BridgeCase.CodeDeploy() with { Deployer = Deployer.Rolling }).Validate().Single().ToString(),
            Is.EqualTo("deployer: got rolling, want codedeploy with a load balancer made for it; nobody would turn its listeners")
        );
}
