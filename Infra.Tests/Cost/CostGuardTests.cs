using Infra.Cost;
using Pulumi;

namespace Infra.Tests.Cost;

public sealed class CostGuardTests
{
    private const string Budget = "aws:budgets/budget:Budget";
    private const string Monitor = "aws:costexplorer/anomalyMonitor:AnomalyMonitor";
    private const string Subscription = "aws:costexplorer/anomalySubscription:AnomalySubscription";

    private static CostGuardArgs Args() =>
        new()
        {
            Context = TestStacks.Dev with { Stack = "finsight-dev", System = "finsight" },
            MonthlyUsd = 1250,
            TopicArn = Output.Create("arn:warnings"),
            Emails = ["team@example.com"],
        };

    [Test]
    public async Task The_budget_counts_what_the_stack_costs_and_no_credits()
    {
        var budget = (await RunAsync(Args())).One(Budget, "cost-budget");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(budget.Inputs["name"], Is.EqualTo("finsight-dev-monthly"));
            Assert.That((budget.Inputs["budgetType"], budget.Inputs["timeUnit"]), Is.EqualTo(("COST", "MONTHLY")));
            Assert.That((budget.Inputs["limitAmount"], budget.Inputs["limitUnit"]), Is.EqualTo(("1250", "USD")));
            Assert.That(
                budget.Json("costFilters"),
                Is.EqualTo("""[{"name":"TagKeyValue","values":["user:Stack$finsight-dev"]}]""")
            );
            Assert.That(Inputs.Pairs(budget.Inputs["costTypes"]), Is.EqualTo("includeCredit=False includeRefund=False"));
            Assert.That(budget.Inputs.Keys, Has.None.EqualTo("timePeriodStart"), "a date would show differences");
            Assert.That(budget.NameTag(), Is.EqualTo("finsight-dev-monthly"));
        }
    }

    [Test]
    public async Task Half_most_and_all_of_it_are_told_and_what_is_to_be_expected()
    {
        const string Rest =
            "\"subscriberEmailAddresses\":[\"team@example.com\"],\"subscriberSnsTopicArns\":[\"arn:warnings\"],\"threshold\":";
        const string First = "{\"comparisonOperator\":\"GREATER_THAN\",\"notificationType\":\"";

        Assert.That(
            (await RunAsync(Args())).One(Budget).Json("notifications"),
            Is.EqualTo(
                "["
                    + $"{First}ACTUAL\",{Rest}50,\"thresholdType\":\"PERCENTAGE\"}},"
                    + $"{First}ACTUAL\",{Rest}80,\"thresholdType\":\"PERCENTAGE\"}},"
                    + $"{First}ACTUAL\",{Rest}100,\"thresholdType\":\"PERCENTAGE\"}},"
                    + $"{First}FORECASTED\",{Rest}100,\"thresholdType\":\"PERCENTAGE\"}}"
                    + "]"
            )
        );
    }

    [Test]
    public async Task Anomalies_are_looked_for_in_the_stack_alone()
    {
        var monitor = (await RunAsync(Args())).One(Monitor);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(monitor.Inputs["monitorType"], Is.EqualTo("CUSTOM"), "of the other kind an account has one");
            Assert.That(monitor.Inputs.Keys, Has.None.EqualTo("monitorDimension"));
            Assert.That(
                monitor.Inputs["monitorSpecification"],
                Is.EqualTo(
                    """{"And":null,"CostCategories":null,"Dimensions":null,"Not":null,"Or":null,"Tags":{"Key":"Stack","MatchOptions":null,"Values":["finsight-dev"]}}"""
                ),
                "another text than AWS hands back would make the monitor anew"
            );
        }
    }

    [Test]
    public async Task The_topic_hears_of_anomalies_at_once_and_people_once_a_day()
    {
        var run = await RunAsync(Args());

        var topic = run.One(Subscription, "cost-anomalies-at-once");
        var people = run.One(Subscription, "cost-anomalies-daily");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(topic.Inputs["frequency"], Is.EqualTo("IMMEDIATE"));
            Assert.That(topic.Maps("subscribers"), Is.EqualTo(new[] { "address=arn:warnings type=SNS" }));
            Assert.That(people.Inputs["frequency"], Is.EqualTo("DAILY"));
            Assert.That(people.Maps("subscribers"), Is.EqualTo(new[] { "address=team@example.com type=EMAIL" }));
            Assert.That(topic.Texts("monitorArnLists"), Is.EqualTo(new[] { "arn:cost-anomalies" }));
            Assert.That(
                topic.Json("thresholdExpression"),
                Is.EqualTo(
                    """{"ands":[{"dimension":{"key":"ANOMALY_TOTAL_IMPACT_ABSOLUTE","matchOptions":["GREATER_THAN_OR_EQUAL"],"values":["10"]}},{"dimension":{"key":"ANOMALY_TOTAL_IMPACT_PERCENTAGE","matchOptions":["GREATER_THAN_OR_EQUAL"],"values":["40"]}}]}"""
                )
            );
            Assert.That(people.Json("thresholdExpression"), Is.EqualTo(topic.Json("thresholdExpression")));
        }
    }

    [Test]
    public async Task What_is_switched_off_is_not_there()
    {
        var run = await RunAsync(Args() with { AnomalyUsd = null, ForecastPercent = null, Emails = [] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All(Monitor), Is.Empty);
            Assert.That(run.All(Subscription), Is.Empty);
            Assert.That(
                run.One(Budget).Json("notifications"),
                Does.Not.Contain("FORECASTED").And.Not.Contain("subscriberEmailAddresses")
            );
        }
    }

    [Test]
    public async Task What_AWS_refuses_is_refused()
    {
        var bad = Args() with
        {
            MonthlyUsd = 0,
            AlertPercents = [0, 50, 50, 80, 100],
            ForecastPercent = 1001,
            AnomalyUsd = 0,
            AnomalyPercent = -1,
            Emails = ["team"],
        };

        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.Contain("CostGuard 'cost': 8 problems in its args")
                .And.Contain("monthlyUsd: got 0, want 1 or more;")
                .And.Contain("alertPercents: got 0, want 1 to 1000;")
                .And.Contain("alertPercents: got 50 2 times, want each once;")
                .And.Contain("forecastPercent: got 1001, want 1 to 1000;")
                .And.Contain("alertPercents: got 6 with the forecast, want 1 to 5;")
                .And.Contain("anomalyUsd: got 0, want 1 or more;")
                .And.Contain("anomalyPercent: got -1, want 0 to 1000;")
                .And.Contain("emails: got team, want an address such as team@example.com;")
        );
    }

    [Test]
    public void Somebody_must_hear_and_not_more_than_AWS_writes_to()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (Args() with { TopicArn = null, Emails = [] }).Validate().Single().ToString(),
                Is.EqualTo("emails: got an empty list, want an address or a topic; nobody would hear of anything")
            );
            Assert.That(
                (Args() with { Emails = [.. Enumerable.Range(0, 11).Select(n => $"a{n}@example.com")] })
                    .Validate()
                    .Single()
                    .ToString(),
                Is.EqualTo("emails: got 11 addresses, want 10 at most; AWS writes to no more; use a list")
            );
            Assert.That(
                (Args() with { AlertPercents = [], ForecastPercent = null }).Validate().Single().ToString(),
                Is.EqualTo("alertPercents: got 0 with the forecast, want 1 to 5; nobody would hear of anything")
            );
        }
    }

    [Test]
    public void The_key_lets_anomalies_be_published() =>
        Assert.That(
            CostGuard.KeyStatement.ToJson().ToJsonString(),
            Is.EqualTo(
                """{"Sid":"CostAnomaliesPublish","Effect":"Allow","Principal":{"Service":"costalerts.amazonaws.com"},"Action":["kms:Decrypt","kms:GenerateDataKey*"],"Resource":"*"}"""
            )
        );

    private static Task<Sandbox> RunAsync(CostGuardArgs args) => Sandbox.RunAsync(() => _ = new CostGuard("cost", args));
}
