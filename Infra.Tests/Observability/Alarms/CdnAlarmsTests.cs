using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Settings.Alarms;
using Pulumi;

namespace Infra.Tests.Observability.Alarms;

public sealed class CdnAlarmsTests
{
    [Test]
    public async Task Errors_ring_when_enough_people_ask()
    {
        var rows = CdnAlarms.Rows(new(Output.Create("E123")), new() { ErrorPercent = 7, MinimumRequests = 30 });

        var run = await AlarmCase.RunAsync(AlarmCase.Args([.. rows]) with { Things = [CdnWatch.Thing] });

        var alarm = run.One("aws:cloudwatch/metricAlarm:MetricAlarm");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(alarm.Inputs["name"], Is.EqualTo("idp-server-cdn-5xx"));
            Assert.That(alarm.Inputs["threshold"], Is.EqualTo(7));
            Assert.That(alarm.Inputs["evaluationPeriods"], Is.EqualTo(2));
            Assert.That(alarm.Inputs["treatMissingData"], Is.EqualTo("notBreaching"));
            Assert.That(alarm.Texts("alarmActions"), Is.EqualTo(new[] { "arn:alerts" }));
            Assert.That(
                alarm.Json("metricQueries"),
                Is.EqualTo(
                    """
                    [{"expression":"IF(requests>=30,errors,0)","id":"result","label":"5xx (%)","returnData":true},
                    {"id":"errors","metric":{"dimensions":{"DistributionId":"E123","Region":"Global"},"metricName":"5xxErrorRate",
                    "namespace":"AWS/CloudFront","period":300,"stat":"Average"},"returnData":false},
                    {"id":"requests","metric":{"dimensions":{"DistributionId":"E123","Region":"Global"},"metricName":"Requests",
                    "namespace":"AWS/CloudFront","period":300,"stat":"Sum"},"returnData":false}]
                    """.ReplaceLineEndings("")
                )
            );
        }
    }

    [Test]
    public void Five_percent_of_twenty_requests_are_the_defaults()
    {
        var row = CdnAlarms.Rows(new(Output.Create("E123")), new CdnAlarmSettings()).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((row.Threshold, row.Severity), Is.EqualTo((5.0, AlertSeverity.High)));
            Assert.That(row.Formula!.Expression, Does.Contain(">=20,"));
            Assert.That(AlarmRowCheck.Problems(row), Is.Empty);
        }
    }

    [Test]
    public void What_to_do_then_is_written()
    {
        var runbook = CdnAlarms.Rows(new(Output.Create("E123")), new()).Single().Runbook;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(runbook, Is.EqualTo("cdn.md#cdn-5xx"));
            Assert.That(File.ReadLines(Repository.PathOf("docs/runbooks/cdn.md")), Does.Contain("## CDN 5xx"));
        }
    }

    [TestCase("ap-northeast-1", "Region=ap-northeast-1 Rule=ALL WebACL=acl")]
    [TestCase(null, "Rule=ALL WebACL=acl")]
    public async Task Metrics_of_a_firewall_before_a_CDN_have_no_region(string? region, string dimensions)
    {
        var rows = WafAlarms.Rows(new("acl", region), new());

        var run = await AlarmCase.RunAsync(AlarmCase.Args([.. rows]));

        Assert.That(Inputs.Dimensions(run.One("aws:cloudwatch/metricAlarm:MetricAlarm")), Is.EqualTo(dimensions));
    }
}
