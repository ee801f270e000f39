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
        var rows = CdnAlarms.Rows(
            new(Output.Create("E123")),
            new()
            {
                ErrorPercent = 7,
                RefusedPercent = 60,
                MinimumRequests = 30,
            }
        );

        var run = await AlarmCase.RunAsync(AlarmCase.Args([.. rows]) with { Things = [CdnWatch.Thing] });

        var alarm = run.One("aws:cloudwatch/metricAlarm:MetricAlarm", "idp-cdn-5xx");
        var refused = run.One("aws:cloudwatch/metricAlarm:MetricAlarm", "idp-cdn-4xx");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(alarm.Inputs["name"], Is.EqualTo("idp-server-cdn-5xx"));
            Assert.That(alarm.Inputs["threshold"], Is.EqualTo(7));
            Assert.That(alarm.Inputs["evaluationPeriods"], Is.EqualTo(2));
            Assert.That(alarm.Inputs["treatMissingData"], Is.EqualTo("notBreaching"));
            Assert.That(refused.Inputs["threshold"], Is.EqualTo(60));
            Assert.That(refused.Json("metricQueries"), Does.Contain("\"metricName\":\"4xxErrorRate\""));
            Assert.That(refused.Texts("alarmActions"), Is.EqualTo(new[] { "arn:warnings" }));
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
    public void The_defaults_are_these_and_AWS_takes_them()
    {
        var rows = CdnAlarms.Rows(new(Output.Create("E123")), new CdnAlarmSettings()).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                rows.Select(row => $"{row.Key} {row.Severity} > {row.Threshold} {row.Formula!.Expression}"),
                Is.EqualTo(
                    new[] { "cdn-5xx High > 5 IF(requests>=20,errors,0)", "cdn-4xx Warning > 50 IF(requests>=20,errors,0)" }
                )
            );
            Assert.That(rows.SelectMany(AlarmRowCheck.Problems), Is.Empty);
        }
    }

    [Test]
    public void What_to_do_then_is_written()
    {
        var headings = File.ReadLines(Repository.PathOf("docs/runbooks/cdn.md"))
            .Where(line => line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => $"cdn.md#{line[3..].ToLowerInvariant().Replace(' ', '-')}");

        Assert.That(CdnAlarms.Rows(new(Output.Create("E123")), new()).Select(row => row.Runbook), Is.SubsetOf(headings));
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
