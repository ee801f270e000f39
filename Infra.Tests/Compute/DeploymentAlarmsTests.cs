using System.Collections.Immutable;

namespace Infra.Tests.Compute;

public sealed class DeploymentAlarmsTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Test]
    public async Task Errors_and_tasks_that_stay_unhealthy_undo_a_deployment()
    {
        var run = await ServiceCase.RunAsync(ServiceCase.Args() with { Deployment = new() { RollbackAt5xx = 9 } });

        var errors = run.One(Alarm, "idp-deploy-5xx");
        var unhealthy = run.One(Alarm, "idp-deploy-unhealthy");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(errors.Inputs["name"], Is.EqualTo("idp-server-service-deploy-5xx"));
            Assert.That(errors.Inputs["metricName"], Is.EqualTo("HTTPCode_Target_5XX_Count"));
            Assert.That(errors.Inputs["namespace"], Is.EqualTo("AWS/ApplicationELB"));
            Assert.That(errors.Inputs["statistic"], Is.EqualTo("Sum"));
            Assert.That(errors.Inputs["threshold"], Is.EqualTo(9));
            Assert.That(errors.Inputs["period"], Is.EqualTo(60));
            Assert.That(errors.Inputs["evaluationPeriods"], Is.EqualTo(2));
            Assert.That(errors.Inputs["treatMissingData"], Is.EqualTo("notBreaching"));
            Assert.That(
                errors.Inputs["dimensions"],
                Is.EquivalentTo(
                    new Dictionary<string, object> { ["LoadBalancer"] = "app/idp/1", ["TargetGroup"] = "targetgroup/idp/1" }
                )
            );
            Assert.That(unhealthy.Inputs["metricName"], Is.EqualTo("UnHealthyHostCount"));
            Assert.That(unhealthy.Inputs["evaluationPeriods"], Is.EqualTo(5));
            Assert.That(unhealthy.Inputs["threshold"], Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Blue_green_watches_both_groups()
    {
        var run = await ServiceCase.RunAsync(ServiceCase.BlueGreen());

        Assert.That(
            run.All(Alarm)
                .Select(alarm =>
                    $"{alarm.Name} {((ImmutableDictionary<string, object>)alarm.Inputs["dimensions"])["TargetGroup"]}"
                ),
            Is.EquivalentTo(
                new[]
                {
                    "idp-deploy-5xx targetgroup/idp/1",
                    "idp-deploy-unhealthy targetgroup/idp/1",
                    "idp-deploy-5xx-green targetgroup/green/2",
                    "idp-deploy-unhealthy-green targetgroup/green/2",
                }
            )
        );
    }
}
