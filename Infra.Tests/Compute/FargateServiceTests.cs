using System.Text.Json;
using Infra.Compute;
using Pulumi.Testing;

namespace Infra.Tests.Compute;

public sealed class FargateServiceTests
{
    private const string Service = "aws:ecs/service:Service";

    [Test]
    public async Task Tasks_run_in_private_subnets_behind_the_load_balancer()
    {
        var service = (await ServiceCase.RunAsync(ServiceCase.Args())).One(Service);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Inputs["name"], Is.EqualTo("idp-server-service"));
            Assert.That(service.Inputs["cluster"], Is.EqualTo("arn:cluster"));
            Assert.That(service.Inputs["taskDefinition"], Is.EqualTo("arn:idp-task-definition"));
            Assert.That(service.Inputs["desiredCount"], Is.EqualTo(2));
            Assert.That(service.Inputs, Does.Not.ContainKey("launchType"), "ECS refuses it beside a strategy");
            Assert.That(
                service.Maps("capacityProviderStrategies"),
                Is.EqualTo(new[] { "base=0 capacityProvider=FARGATE weight=1" })
            );
            Assert.That(service.Inputs["platformVersion"], Is.EqualTo("LATEST"));
            Assert.That(
                service.Json("networkConfiguration"),
                Is.EqualTo("""{"assignPublicIp":false,"securityGroups":["sg-app"],"subnets":["subnet-a","subnet-c"]}""")
            );
            Assert.That(
                service.Maps("loadBalancers"),
                Is.EqualTo(new[] { "containerName=app containerPort=8080 targetGroupArn=arn:tg" })
            );
            Assert.That(service.Inputs["healthCheckGracePeriodSeconds"], Is.EqualTo(60));
            Assert.That(service.Inputs["propagateTags"], Is.EqualTo("SERVICE"));
            Assert.That(service.Inputs["enableEcsManagedTags"], Is.True);
            Assert.That(service.Inputs["availabilityZoneRebalancing"], Is.EqualTo("ENABLED"));
            Assert.That(service.Inputs["enableExecuteCommand"], Is.True);
            Assert.That(service.Inputs["waitForSteadyState"], Is.True);
        }
    }

    [Test]
    public async Task A_version_that_fails_is_undone()
    {
        var service = (await ServiceCase.RunAsync(ServiceCase.Args())).One(Service);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Inputs["deploymentMinimumHealthyPercent"], Is.EqualTo(100));
            Assert.That(service.Inputs["deploymentMaximumPercent"], Is.EqualTo(200));
            Assert.That(service.Json("deploymentConfiguration"), Is.EqualTo("""{"strategy":"ROLLING"}"""));
            Assert.That(service.Json("deploymentCircuitBreaker"), Is.EqualTo("""{"enable":true,"rollback":true}"""));
            Assert.That(
                service.Json("alarms"),
                Is.EqualTo(
                    """{"alarmNames":["idp-server-service-deploy-5xx","idp-server-service-deploy-unhealthy"],"enable":true,"rollback":true}"""
                )
            );
        }
    }

    [Test]
    public async Task Blue_green_turns_between_two_groups_and_has_no_circuit_breaker()
    {
        var service = (await ServiceCase.RunAsync(ServiceCase.BlueGreen())).One(Service);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                service.Json("deploymentConfiguration"),
                Is.EqualTo("""{"bakeTimeInMinutes":"7","strategy":"BLUE_GREEN"}""")
            );
            Assert.That(service.Inputs, Does.Not.ContainKey("deploymentCircuitBreaker"));
            Assert.That(
                service.Json("loadBalancers"),
                Does.Contain(
                    """{"alternateTargetGroupArn":"arn:tg2","productionListenerRule":"arn:rule","roleArn":"arn:idp-blue-green-role"}"""
                )
            );
        }
    }

    [Test]
    public async Task Spot_and_a_shell_are_choices()
    {
        var run = await ServiceCase.RunAsync(
            ServiceCase.Args() with
            {
                Capacity = [new(CapacityShare.OnDemand, 1, 1), new(CapacityShare.Spot, 0, 3)],
                Exec = ExecMode.Off,
            }
        );

        var service = run.One(Service);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                service.Maps("capacityProviderStrategies"),
                Is.EqualTo(new[] { "base=1 capacityProvider=FARGATE weight=1", "base=0 capacityProvider=FARGATE_SPOT weight=3" })
            );
            Assert.That(service.Inputs["enableExecuteCommand"], Is.False);
            Assert.That(run.All("aws:iam/role:Role").Select(role => role.Name), Is.EqualTo(new[] { "idp-task-execution-role" }));
        }
    }

    [Test]
    public async Task Only_the_application_has_room_for_the_shells_agent()
    {
        var sidecar = new Container
        {
            Name = "proxy",
            Image = "public.ecr.aws/a/b:1",
            Essential = false,
        };
        var run = await ServiceCase.RunAsync(ServiceCase.Args() with { Containers = [ServiceCase.App, sidecar] });

        var task = run.One("aws:ecs/taskDefinition:TaskDefinition");
        var containers = JsonDocument.Parse((string)task.Inputs["containerDefinitions"]).RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                containers[0]
                    .GetProperty("mountPoints")
                    .EnumerateArray()
                    .Select(mount => mount.GetProperty("containerPath").GetString()),
                Is.EqualTo(new[] { "/managed-agents", "/var/lib/amazon/ssm", "/var/log/amazon/ssm" })
            );
            Assert.That(containers[0].GetProperty("readonlyRootFilesystem").GetBoolean(), Is.True);
            Assert.That(containers[1].GetProperty("mountPoints").GetArrayLength(), Is.Zero);
            Assert.That(task.Maps("volumes"), Is.EqualTo(new[] { "name=exec-agents", "name=exec-log", "name=exec-state" }));
        }
    }

    [Test]
    public void Wrong_combinations_are_refused_together()
    {
        var bad = ServiceCase.Args() with
        {
            SubnetIds = ["subnet-a"],
            Capacity = [new(CapacityShare.OnDemand, 1, 0), new(CapacityShare.Spot, 1, 0)],
            Scaling = new()
            {
                MinTasks = 3,
                MaxTasks = 2,
                RequestsPerTarget = 1000,
            },
            Deployment = new()
            {
                Strategy = DeploymentStrategy.BlueGreen,
                MaximumPercent = 100,
                BakeMinutes = 2000,
            },
        };

        Assert.That(
            bad.Validate().Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "capacity: got no weight above 0, want one or more weights of 1 to 1000; ECS would have nowhere to start further tasks",
                    "capacity: got several bases, want one at most; ECS gives a base to one provider only",
                    "scaling.maxTasks: got 2, want 3 or more, as minTasks is; raise it",
                    "deployment.maximumPercent: got 100, want 101 to 200 while minimumHealthyPercent is 100; ECS could neither start a task nor stop one",
                    "deployment.bakeMinutes: got 2000, want 0 to 1440; ECS waits a day at most",
                    "subnetIds: got 1, want 2 or more, in different zones; one zone is lost now and then",
                    "target.blueGreen: got nothing, want a second target group and a rule; blue/green turns a rule between two groups",
                    "scaling.requestsPerTarget: got 1000, want nothing with blue-green; the metric belongs to one target group, and blue/green changes between two",
                }
            )
        );
    }

    [Test]
    public void A_service_that_nothing_balances_counts_no_requests_and_names_real_containers()
    {
        var scaling = ServiceCase.Args().Scaling with { RequestsPerTarget = 10 };
        var target = ServiceCase.Args().Target! with { Container = "ghost" };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (ServiceCase.Args() with { Target = null, Scaling = scaling }).Validate().Single().Path,
                Is.EqualTo("scaling.requestsPerTarget")
            );
            Assert.That((ServiceCase.Args() with { Target = target }).Validate().Single().Path, Is.EqualTo("target.container"));
        }
    }

    [Test]
    public async Task Each_of_several_services_has_names_of_its_own()
    {
        var args = ServiceCase.Args() with { Context = TableCase.Dev, ServiceRole = "backend-go", TaskRole = "backend-go" };
        var run = await Sandbox.RunAsync(() => _ = new FargateService("nk-backend-go", args));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Service, "nk-backend-go-service").Inputs["name"], Is.EqualTo("neuraKnot-dev-backend-go"));
            Assert.That(
                run.One("aws:ecs/taskDefinition:TaskDefinition").Inputs["family"],
                Is.EqualTo("neuraKnot-dev-backend-go")
            );
            Assert.That(
                run.All("aws:iam/role:Role").Select(role => role.Inputs["name"]),
                Is.EquivalentTo(new[] { "neuraKnot-dev-backend-go-execution-role", "neuraKnot-dev-backend-go-role" })
            );
            Assert.That(
                run.All("aws:appautoscaling/policy:Policy").Select(policy => policy.Inputs["name"]),
                Is.EquivalentTo(new[] { "neuraKnot-dev-backend-go-scaling-cpu", "neuraKnot-dev-backend-go-scaling-memory" })
            );
        }
    }

    [Test]
    public async Task A_service_at_rest_is_stopped_and_nothing_wakes_it()
    {
        var scaling = new ServiceScaling
        {
            MinTasks = 0,
            MaxTasks = 2,
            MayRest = true,
        };
        var run = await ServiceCase.RunAsync(ServiceCase.Args() with { Scaling = scaling });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Service).Inputs["desiredCount"], Is.Zero);
            Assert.That(run.All("aws:appautoscaling/target:Target"), Is.Empty);
        }
    }

    [Test]
    public void Names_too_long_for_the_roles_are_refused() =>
        Assert.That(
            (ServiceCase.Args() with { Context = TableCase.Prod, TaskRole = "a-service-with-a-name-of-very-many-letters" })
                .ToTask()
                .Validate()
                .Single()
                .ToString(),
            Is.EqualTo(
                "role: got neuraKnot-prod-a-service-with-a-name-of-very-many-letters-execution-role (72 characters), want 64 at most; "
                    + "the task's roles are called so: give it a shorter name"
            )
        );
}
