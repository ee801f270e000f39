using Infra.Protection;
using Infra.Settings;
using Infra.Systems;
using Pulumi;

namespace Infra.Tests.Systems;

public sealed class FinsightOperationsTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Critical = "arn:finsight-alerts-topic";

    private static readonly Lazy<Task<Sandbox>> Prod = new(() => FinsightCase.RunAsync(StackEnvironment.Prod));

    [Test]
    public async Task What_the_source_wants_watched_rings()
    {
        var run = await Prod.Value;

        var keys = run.All(Alarm).Select(alarm => alarm.Name!["finsight-".Length..]).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(keys, Is.SupersetOf(new[] { "api-server-errors", "api-latency", "api-caller-errors" }));
            foreach (var key in FinsightDomains.Settings(reserve: true).Keys.Append("authorizer"))
                Assert.That(
                    keys,
                    Is.SupersetOf(new[] { $"lambda-{key}-errors", $"lambda-{key}-throttles", $"lambda-{key}-duration" })
                );
            Assert.That(keys, Does.Contain("lambda-notifications-failed-events"));
            Assert.That(keys, Is.SupersetOf(new[] { "database-cpu", "database-free-storage", "database-connections" }));
            Assert.That(keys, Is.SupersetOf(new[] { "proxy-connections", "proxy-borrow-latency", "proxy-sign-ins" }));
            Assert.That(keys, Is.SupersetOf(new[] { "mail-bounces", "mail-complaints", "mail-rate", "mail-quota" }));
            Assert.That(keys, Is.SupersetOf(new[] { "api-availability-burn", "api-availability-day" }));
            Assert.That(keys, Is.SupersetOf(new[] { "front-cdn-5xx", "front-waf-blocked-requests", "nat-1a-port-errors" }));
            foreach (var alarm in run.All(Alarm))
                Assert.That(
                    alarm.Texts("alarmActions"),
                    Is.EqualTo(
                        new[]
                        {
                            alarm.Name!.StartsWith("finsight-front-", StringComparison.Ordinal)
                                ? "arn:finsight-front-alerts-topic"
                                : Critical,
                        }
                    ),
                    alarm.Name
                );
        }
    }

    [Test]
    public async Task The_proxy_rings_at_its_own_share_of_the_connections()
    {
        var run = await Prod.Value;

        var pool = run.One("aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup").Json("connectionPoolConfig");
        var alarm = run.One(Alarm, "finsight-proxy-connections");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(pool, Does.Contain("\"maxConnectionsPercent\":25"), "20 of the 80 that db.t3.micro is given");
            Assert.That(
                run.One("aws:rds/parameterGroup:ParameterGroup").Json("parameters"),
                Does.Contain("\"name\":\"max_connections\",\"value\":\"80\"")
            );
            Assert.That(alarm.Inputs["threshold"], Is.EqualTo(16.0), "80 % of 20");
            Assert.That(alarm.Json("dimensions"), Does.Contain("\"ProxyName\":\"finsight-db-proxy\""));
        }
    }

    [Test]
    public async Task Availability_is_that_of_the_source_and_drawn()
    {
        var run = await Prod.Value;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Alarm, "finsight-api-availability-day").Inputs["threshold"], Is.EqualTo(99.9));
            Assert.That(
                (string)run.One("aws:cloudwatch/dashboard:Dashboard").Inputs["dashboardBody"],
                Does.Contain("99.9")
                    .And.Contain("AWS/ApiGateway")
                    .And.Contain("finsight-db-proxy")
                    .And.Contain("finsight-notifications")
            );
        }
    }

    [Test]
    public async Task Traces_of_trouble_are_a_group_and_unusual_ones_are_told()
    {
        var run = await Prod.Value;

        var group = run.One("aws:xray/group:Group");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (string)group.Inputs["filterExpression"],
                Is.EqualTo("service(\"finsight-api/api\") { fault OR responsetime > 3 }")
            );
            Assert.That(
                run.One("aws:cloudwatch/eventTarget:EventTarget", "finsight-insights-tell").Inputs["arn"],
                Is.EqualTo(Critical)
            );
            Assert.That(run.One("aws:apigateway/stage:Stage").Inputs["xrayTracingEnabled"], Is.True);
        }
    }

    [TestCase("dev", "160")]
    [TestCase("staging", "170")]
    [TestCase("prod", "170")]
    public async Task Costs_of_this_stack_alone_have_a_budget(string environment, string limit)
    {
        var run = await FinsightCase.RunAsync(TaskflowCase.Environment(environment));

        var budget = run.One("aws:budgets/budget:Budget");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((budget.Inputs["limitAmount"], budget.Inputs["limitUnit"]), Is.EqualTo((limit, "USD")));
            Assert.That(budget.Json("costFilters"), Does.Contain($"user:Stack$finsight-{environment}"));
            Assert.That(budget.Json("notifications"), Does.Contain(Critical).And.Contain("FORECASTED"));
            Assert.That(
                run.One("aws:costexplorer/anomalySubscription:AnomalySubscription").Json("subscribers"),
                Does.Contain(Critical).And.Contain("SNS")
            );
            Assert.That(
                (string)run.One("aws:sns/topicPolicy:TopicPolicy", "finsight-alerts-policy").Inputs["policy"],
                Does.Contain("budgets.amazonaws.com").And.Contain("costalerts.amazonaws.com")
            );
        }
    }

    [Test]
    public async Task The_database_of_dev_sleeps_and_its_alarms_with_it()
    {
        var run = await FinsightCase.RunAsync(StackEnvironment.Dev);

        var stop = run.One("aws:scheduler/schedule:Schedule", "finsight-database-stop");
        var start = run.One("aws:scheduler/schedule:Schedule", "finsight-database-start");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stop.Json("target"), Does.Contain("stopDBInstance").And.Contain("finsight-dev-db"));
            Assert.That(start.Json("target"), Does.Contain("startDBInstance").And.Contain("finsight-dev-db"));
            Assert.That((string)start.Inputs["scheduleExpression"], Does.Contain("MON,TUE,WED,THU,FRI"), "not over the weekend");
            Assert.That(stop.Inputs["scheduleExpressionTimezone"], Is.EqualTo("Asia/Tokyo"));
            Assert.That(
                run.One("aws:scheduler/schedule:Schedule", "finsight-alarms-off").Json("target"),
                Does.Contain("finsight-dev-database-cpu").And.Contain("finsight-dev-proxy-availability")
            );
        }
    }

    [Test]
    public async Task Slack_hears_what_the_topics_of_both_regions_say()
    {
        var settings = FinsightCase.Settings(StackEnvironment.Prod);
        var run = await FinsightCase.RunAsync(
            StackEnvironment.Prod,
            settings with
            {
                Alerts = settings.Alerts with
                {
                    SlackTeamId = "T0123456789",
                    Critical = settings.Alerts.Critical with { SlackChannelId = "C0123456789" },
                },
            }
        );

        var channel = run.One("aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (channel.Inputs["slackTeamId"], channel.Inputs["slackChannelId"]),
                Is.EqualTo(("T0123456789", "C0123456789"))
            );
            Assert.That(channel.Texts("snsTopicArns"), Is.EquivalentTo(new[] { Critical, "arn:finsight-front-alerts-topic" }));
        }
    }

    [Test]
    public async Task Trail_and_rules_are_switches()
    {
        var settings = FinsightCase.Settings(StackEnvironment.Prod);
        var off = await Prod.Value;
        var on = await FinsightCase.RunAsync(
            StackEnvironment.Prod,
            settings with
            {
                Audit = settings.Audit with { CloudTrail = true, Config = true, ConfigRules = [ConfigRuleTable.NoOpenSsh] },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(off.All("aws:cloudtrail/trail:Trail"), Is.Empty);
            Assert.That(off.All("aws:cfg/rule:Rule"), Is.Empty);
            Assert.That(on.One("aws:cloudtrail/trail:Trail").Inputs["kmsKeyId"], Is.EqualTo("arn:finsight-kms-key"));
            Assert.That(on.One("aws:cfg/rule:Rule").Json("source"), Does.Contain("INCOMING_SSH_DISABLED"));
            Assert.That(
                (string)on.One("aws:kms/key:Key", "finsight-kms-key").Inputs["policy"],
                Does.Contain("cloudtrail.amazonaws.com")
            );
        }
    }

    [Test]
    public async Task An_alarm_that_there_is_not_cannot_be_muted()
    {
        var settings = FinsightCase.Settings(StackEnvironment.Prod);

        var error = await Assert.ThrowsAsync<RunException>(() =>
            FinsightCase.RunAsync(
                StackEnvironment.Prod,
                settings with
                {
                    Alarms = settings.Alarms with { Muted = ["lambda-goals-errors"] },
                }
            )
        );
        Assert.That(error!.Message, Does.Contain("lambda-goals-errors"));
    }
}
