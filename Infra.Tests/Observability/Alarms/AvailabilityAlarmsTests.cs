using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Settings.Observability;

namespace Infra.Tests.Observability.Alarms;

public sealed class AvailabilityAlarmsTests
{
    private static readonly ApiWatch Api = new("api", "finsight-api", "prod");

    [Test]
    public void An_hour_that_burns_wakes_people_and_a_bad_day_is_told() =>
        Assert.That(
            AvailabilityAlarms
                .Rows(Api, new())
                .Select(row =>
                    $"{row.Key}: {row.Severity}, {row.Formula!.Expression} {row.Comparison} {row.Threshold}, {row.PeriodSeconds} s x{row.EvaluationPeriods}, {row.MissingData}, {row.Runbook}"
                ),
            Is.EqualTo(
                new[]
                {
                    "api-availability-burn: High, IF(n>=100,100*(n-f)/n,100) LessThan 98.6, 3600 s x1, NotBreaching, availability.md#burn",
                    "api-availability-day: Warning, IF(n>=100,100*(n-f)/n,100) LessThan 99.9, 86400 s x1, NotBreaching, availability.md#day",
                }
            )
        );

    [Test]
    public void It_is_made_of_all_requests_and_of_errors_of_the_system() =>
        Assert.That(
            AvailabilityAlarms
                .Share(Api, 1)
                .Inputs.Select(input => $"{input.Key} {input.Value.Namespace} {input.Value.Name} {input.Value.Statistic}"),
            Is.EqualTo(new[] { "f AWS/ApiGateway 5XXError Sum", "n AWS/ApiGateway Count Sum" })
        );

    [Test]
    public void The_promise_is_that_of_the_stack_file()
    {
        var rows = AvailabilityAlarms
            .Rows(
                Api,
                new()
                {
                    Permille = 990,
                    MinimumRequests = 7,
                    BurnRate = 10,
                }
            )
            .ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Select(row => row.Threshold), Is.EqualTo(new[] { 90, 99.0 }));
            Assert.That(rows[0].Formula!.Expression, Is.EqualTo("IF(n>=7,100*(n-f)/n,100)"));
            Assert.That(
                rows[0].Description,
                Is.EqualTo(
                    "Alert when finsight-api answers less than 90% of an hour's requests: 10 times the errors that 99% allows"
                )
            );
            Assert.That(
                rows[1].Description,
                Is.EqualTo("Alert when finsight-api has answered less than 99% of a day's requests")
            );
        }
    }

    [Test]
    public void What_could_never_burn_has_no_such_row() =>
        Assert.That(
            AvailabilityAlarms.Rows(Api, new() { Permille = 900, BurnRate = 14 }).Select(row => row.Key),
            Is.EqualTo(new[] { "api-availability-day" })
        );

    [Test]
    public void AWS_takes_them_and_their_sections_are_there()
    {
        var rows = AvailabilityAlarms.Rows(Api, new()).Concat(MailAlarms.Rows(new("mail", "finsight-mail"), new())).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.SelectMany(AlarmRowCheck.Problems), Is.Empty);
            Assert.That(rows.Select(row => row.Runbook), Is.SubsetOf(Runbooks.Sections().ToList()));
            Assert.That(
                rows.Select(row => row.Watches).Distinct(),
                Is.EqualTo(new[] { "api/finsight-api", "mail/finsight-mail" })
            );
        }
    }
}
