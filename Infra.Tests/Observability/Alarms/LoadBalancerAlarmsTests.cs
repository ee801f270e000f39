using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Settings.Alarms;
using Pulumi;

namespace Infra.Tests.Observability.Alarms;

public sealed class LoadBalancerAlarmsTests
{
    private static readonly LoadBalancerWatch Pair = AlarmCase.Balancer with
    {
        OtherTargetGroup = Output.Create("targetgroup/idp-server-tg2/3"),
    };

    [Test]
    public async Task Where_deployments_turn_between_two_groups_whichever_serves_is_watched()
    {
        var rows = LoadBalancerAlarms.Rows(Pair, new LoadBalancerAlarmSettings());

        var run = await AlarmCase.RunAsync(AlarmCase.Args([.. rows]) with { Things = [LoadBalancerWatch.Thing] });

        var alarms = run.All("aws:cloudwatch/metricAlarm:MetricAlarm").ToDictionary(alarm => alarm.Name!);
        using (Assert.EnterMultipleScope())
        {
            foreach (var name in new[] { "idp-target-5xx", "idp-latency-p95", "idp-latency-p99", "idp-elb-5xx" })
                Assert.That(Inputs.Dimensions(alarms[name]), Is.EqualTo("LoadBalancer=app/idp-server-alb/1"), name);
            foreach (
                var (name, metric) in new[]
                {
                    ("unhealthy-hosts", "UnHealthyHostCount"),
                    ("no-healthy-hosts", "HealthyHostCount"),
                }
            )
                Assert.That(
                    alarms[$"idp-{name}"].Json("metricQueries"),
                    Does.Contain("\"expression\":\"MAX(METRICS())\"")
                        .And.Contain($"\"TargetGroup\":\"targetgroup/idp-server-tg/2\"}},\"metricName\":\"{metric}\"")
                        .And.Contain($"\"TargetGroup\":\"targetgroup/idp-server-tg2/3\"}},\"metricName\":\"{metric}\"")
                );
            Assert.That(alarms["idp-no-healthy-hosts"].Inputs["comparisonOperator"], Is.EqualTo("LessThanThreshold"));
        }
    }

    [Test]
    public void One_group_is_watched_by_its_own_metrics()
    {
        var row = LoadBalancerAlarms.Rows(AlarmCase.Balancer, new()).Single(row => row.Key == "unhealthy-hosts");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.Formula, Is.Null);
            Assert.That(row.Metric!.Dimensions.Keys, Is.EqualTo(new[] { "LoadBalancer", "TargetGroup" }));
            Assert.That(LoadBalancerAlarms.TargetErrors(AlarmCase.Balancer).Dimensions.Keys, Does.Contain("TargetGroup"));
            Assert.That((row.PeriodSeconds, row.Severity), Is.EqualTo((60, AlertSeverity.Critical)));
        }
    }

    [Test]
    public void Several_services_have_rows_for_each_and_rows_for_all()
    {
        var backend = AlarmCase.Balancer with { Key = "backend-go" };
        var rows = LoadBalancerAlarms.Targets(backend, new()).ToList();
        var whole = LoadBalancerAlarms.Whole(backend, new()).Append(LoadBalancerAlarms.Requests(backend, 5000)).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                rows.Select(row => row.Key),
                Is.EqualTo(
                    new[]
                    {
                        "backend-go-unhealthy-hosts",
                        "backend-go-no-healthy-hosts",
                        "backend-go-target-5xx",
                        "backend-go-latency-p95",
                        "backend-go-latency-p99",
                    }
                )
            );
            Assert.That(rows.Select(row => row.Watches), Is.All.EqualTo("load-balancer/backend-go"));
            Assert.That(rows.Select(row => row.Metric!.Dimensions.Keys), Is.All.EqualTo(new[] { "LoadBalancer", "TargetGroup" }));
            Assert.That(rows.Select(row => row.Description), Is.All.EndsWith(": backend-go"));
            Assert.That(rows[2].Metric!.Name, Is.EqualTo("HTTPCode_Target_5XX_Count"));
            Assert.That(
                whole.Select(row => $"{row.Key} {row.Watches} {row.Metric!.Name} > {row.Threshold}"),
                Is.EqualTo(
                    new[]
                    {
                        "elb-5xx load-balancer HTTPCode_ELB_5XX_Count > 10",
                        "rejected-connections load-balancer RejectedConnectionCount > 0",
                        "many-requests load-balancer RequestCount > 5000",
                    }
                )
            );
            Assert.That(whole.Select(row => row.Metric!.Dimensions.Keys), Is.All.EqualTo(new[] { "LoadBalancer" }));
            Assert.That(rows.Concat(whole).Select(row => row.Runbook).Distinct(), Is.SubsetOf(Runbooks.Sections()));
            Assert.That(rows.Concat(whole).SelectMany(AlarmRowCheck.Problems), Is.Empty);
        }
    }
}
