using System.Text.Json;
using Infra.Compute;

namespace Infra.Tests.Compute;

public sealed class ServiceAutoscalingTests
{
    private const string Policy = "aws:appautoscaling/policy:Policy";

    [Test]
    public async Task The_number_of_tasks_follows_CPU_memory_and_requests_between_its_bounds()
    {
        var run = await ServiceCase.RunAsync(
            ServiceCase.Args() with
            {
                Scaling = new()
                {
                    MinTasks = 2,
                    MaxTasks = 4,
                    RequestsPerTarget = 1000,
                },
            }
        );

        var target = run.One("aws:appautoscaling/target:Target");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(target.Inputs["resourceId"], Is.EqualTo("service/idp-server-cluster/idp-server-service"));
            Assert.That(target.Inputs["serviceNamespace"], Is.EqualTo("ecs"));
            Assert.That(target.Inputs["scalableDimension"], Is.EqualTo("ecs:service:DesiredCount"));
            Assert.That(target.Inputs["minCapacity"], Is.EqualTo(2));
            Assert.That(target.Inputs["maxCapacity"], Is.EqualTo(4));
            Assert.That(
                Tracking(run, "cpu"),
                Is.EqualTo(
                    """{"predefinedMetricSpecification":{"predefinedMetricType":"ECSServiceAverageCPUUtilization"},"scaleInCooldown":300,"scaleOutCooldown":60,"targetValue":70}"""
                )
            );
            Assert.That(
                Tracking(run, "memory"),
                Does.Contain("ECSServiceAverageMemoryUtilization").And.Contain("\"targetValue\":75")
            );
            Assert.That(
                Tracking(run, "requests"),
                Does.Contain("\"resourceLabel\":\"app/idp/1/targetgroup/idp/1\"").And.Contain("\"targetValue\":1000")
            );
        }
    }

    [Test]
    public async Task Bounds_change_by_the_clock_in_Tokyo()
    {
        var scaling = ServiceCase.Args().Scaling;
        var run = await ServiceCase.RunAsync(
            ServiceCase.Args() with
            {
                Scaling = scaling with { Schedule = scaling.Schedule.Add("morning", new("0 8 ? * MON-FRI *", 4, 8)) },
            }
        );

        var action = run.One("aws:appautoscaling/scheduledAction:ScheduledAction");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(action.Name, Is.EqualTo("idp-scaling-morning"));
            Assert.That(action.Inputs["name"], Is.EqualTo("idp-server-scaling-morning"));
            Assert.That(action.Inputs["schedule"], Is.EqualTo("cron(0 8 ? * MON-FRI *)"));
            Assert.That(action.Inputs["timezone"], Is.EqualTo("Asia/Tokyo"));
            Assert.That(action.Json("scalableTargetAction"), Is.EqualTo("""{"maxCapacity":8,"minCapacity":4}"""));
            Assert.That(run.All(Policy).Select(policy => policy.Name), Has.None.EndsWith("requests"));
        }
    }

    private static string Tracking(Sandbox run, string role) =>
        run.One(Policy, $"idp-scaling-{role}").Json("targetTrackingScalingPolicyConfiguration");
}
