using Infra.Observability.Alarms;
using Infra.Settings.Mail;

namespace Infra.Tests.Observability.Alarms;

public sealed class MailAlarmsTests
{
    private static readonly MailWatch Mail = new("mail", "finsight-mail");

    [Test]
    public void Production_has_these_alarms() =>
        Assert.That(
            MailAlarms
                .Rows(Mail, new())
                .Select(row =>
                    $"{row.Key}: {row.Severity}, {row.Metric!.Namespace} {row.Metric.Name} {row.Metric.Statistic} {row.Comparison} {row.Threshold}, {row.PeriodSeconds} s x{row.EvaluationPeriods}, {row.MissingData}"
                ),
            Is.EqualTo(
                new[]
                {
                    "mail-bounces: High, AWS/SES Reputation.BounceRate Average GreaterThan 0.05, 3600 s x1, NotBreaching",
                    "mail-complaints: High, AWS/SES Reputation.ComplaintRate Average GreaterThan 0.001, 3600 s x1, NotBreaching",
                    "mail-rate: Warning, AWS/SES Send Sum GreaterThan 48, 60 s x5, NotBreaching",
                    "mail-quota: Warning, AWS/SES Send Sum GreaterThan 40000, 86400 s x1, NotBreaching",
                }
            )
        );

    [Test]
    public async Task They_can_be_made_and_are_about_the_mail_of_the_stack_only()
    {
        var run = await AlarmCase.RunAsync(AlarmCase.Args([.. MailAlarms.Rows(Mail, new())]) with { Things = [Mail.Thing] });

        Assert.That(
            run.All("aws:cloudwatch/metricAlarm:MetricAlarm").Select(Inputs.Dimensions),
            Has.Exactly(4).EqualTo("ses:configuration-set=finsight-mail")
        );
    }

    [Test]
    public void Limits_are_those_of_the_stack_file() =>
        Assert.That(
            MailAlarms
                .Rows(
                    Mail,
                    new()
                    {
                        PerSecond = 14,
                        PerDay = 200,
                        WarnPercent = 50,
                        BouncePercent = 2,
                        ComplaintPermille = 5,
                    }
                )
                .Select(row => row.Threshold),
            Is.EqualTo(new[] { 0.02, 0.005, 420, 100 })
        );
}
