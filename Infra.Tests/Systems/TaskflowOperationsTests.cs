using Infra.Identity;
using Infra.Settings;

namespace Infra.Tests.Systems;

public sealed class TaskflowOperationsTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";

    [TestCase("dev", "TaskFlow-dev")]
    [TestCase("staging", "TaskFlow-staging")]
    [TestCase("prod", "TaskFlow")]
    public async Task Alarms_and_dashboard_have_the_names_of_the_source(string environment, string prefix)
    {
        var run = await TaskflowCase.RunAsync(TaskflowCase.Environment(environment));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One(Alarm, "taskflow-web-sign-in-failures").Inputs["name"],
                Is.EqualTo($"{prefix}-SignInFailureRate")
            );
            Assert.That(run.One(Alarm, "taskflow-lambda-errors").Inputs["name"], Is.EqualTo($"{prefix}-LambdaErrors"));
            Assert.That(run.All(Alarm).Select(alarm => (string)alarm.Inputs["name"]), Is.All.StartsWith($"{prefix}-"));
            Assert.That(run.One(Dashboard).Inputs["dashboardName"], Is.EqualTo($"{prefix}-Operations"));
        }
    }

    [Test]
    public async Task More_than_half_of_at_least_twenty_sign_ins_fail_three_times_in_a_row()
    {
        var alarm = (await TaskflowCase.RunAsync(StackEnvironment.Prod)).One(Alarm, "taskflow-web-sign-in-failures");

        var queries = alarm.Json("metricQueries");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(queries, Does.Contain("IF(n>=20,100*(n-s)/n,0)"));
            Assert.That(queries, Does.Contain("\"metricName\":\"SignInSuccesses\"").And.Not.Contain("SignInFailures"));
            Assert.That(
                queries,
                Does.Contain("\"UserPool\":\"id:taskflow-pool\"").And.Contain("\"UserPoolClient\":\"id:taskflow-client-web\"")
            );
            Assert.That(queries, Does.Contain("\"stat\":\"SampleCount\"").And.Contain("\"stat\":\"Sum\""));
            Assert.That(queries, Does.Contain("\"period\":300"));
            Assert.That((alarm.Inputs["threshold"], alarm.Inputs["evaluationPeriods"]), Is.EqualTo((50.0, 3)));
            Assert.That(alarm.Inputs["comparisonOperator"], Is.EqualTo("GreaterThanThreshold"));
            Assert.That(alarm.Inputs["treatMissingData"], Is.EqualTo("notBreaching"));
        }
    }

    [Test]
    public async Task More_than_ten_failed_calls_in_five_minutes_twice_ring()
    {
        var alarm = (await TaskflowCase.RunAsync(StackEnvironment.Prod)).One(Alarm, "taskflow-lambda-errors");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(alarm.Json("dimensions"), Is.EqualTo("""{"FunctionName":"TaskFlowApi"}"""));
            Assert.That((alarm.Inputs["namespace"], alarm.Inputs["metricName"]), Is.EqualTo(("AWS/Lambda", "Errors")));
            Assert.That((alarm.Inputs["threshold"], alarm.Inputs["evaluationPeriods"]), Is.EqualTo((10.0, 2)));
            Assert.That((alarm.Inputs["statistic"], alarm.Inputs["period"]), Is.EqualTo(("Sum", 300)));
            Assert.That(alarm.Texts("alarmActions"), Is.EqualTo(new[] { "arn:taskflow-alerts-topic" }));
        }
    }

    [Test]
    public async Task The_dashboard_shows_sign_ins_by_the_hour_and_the_latency_of_the_API()
    {
        var body = (string)(await TaskflowCase.RunAsync(StackEnvironment.Prod)).One(Dashboard).Inputs["dashboardBody"];

        var pictures = System.Text.Json.Nodes.JsonNode.Parse(body)!["widgets"]!
            .AsArray()
            .Select(widget => widget!["properties"]!)
            .Where(properties => properties["title"] is not null)
            .ToDictionary(properties => (string)properties["title"]!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)pictures["認証メトリクス"]["period"]!, Is.EqualTo(3600));
            Assert.That(pictures["認証メトリクス"]["metrics"]!.ToJsonString(), Does.Contain("SignInSuccesses"));
            Assert.That((int)pictures["API レイテンシ"]["period"]!, Is.EqualTo(300));
            Assert.That(
                pictures["API レイテンシ"]["metrics"]!.ToJsonString(),
                Does.Contain("\"Latency\"").And.Contain("\"Average\"").And.Contain("\"taskflow-api\"")
            );
        }
    }

    [Test]
    public async Task One_topic_in_each_region_tells_the_people_of_the_stack_file()
    {
        var settings = TaskflowCase.Settings(StackEnvironment.Prod);
        var run = await TaskflowCase.RunAsync(
            StackEnvironment.Prod,
            settings with
            {
                Alerts = settings.Alerts with { Critical = new() { Emails = ["ops@example.com"] } },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All("aws:sns/topic:Topic").Select(topic => topic.Inputs["name"]),
                Is.EqualTo(new[] { "taskflow-alerts", "taskflow-alerts" })
            );
            Assert.That(
                run.All("aws:sns/topicSubscription:TopicSubscription")
                    .Select(subscription => (subscription.Inputs["protocol"], subscription.Inputs["endpoint"])),
                Is.EqualTo(new[] { ("email", "ops@example.com"), ("email", "ops@example.com") })
            );
        }
    }

    [Test]
    public async Task Risks_ring_only_where_Cognito_measures_them()
    {
        var settings = TaskflowCase.Settings(StackEnvironment.Dev);
        var off = await TaskflowCase.RunAsync(
            StackEnvironment.Dev,
            settings with
            {
                Users = settings.Users with
                {
                    ThreatProtection = ThreatProtection.Off,
                    Logs = new() { SignIns = false },
                },
            }
        );
        var on = await TaskflowCase.RunAsync(StackEnvironment.Dev);
        string[] risks = ["taskflow-account-takeover", "taskflow-compromised-credentials", "taskflow-risky-requests-blocked"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(on.All(Alarm).Select(alarm => alarm.Name), Is.SupersetOf(risks));
            Assert.That(off.All(Alarm).Select(alarm => alarm.Name).Intersect(risks), Is.Empty);
        }
    }

    [Test]
    public async Task Alarms_are_muted_by_their_keys_in_both_regions_and_unknown_keys_are_refused()
    {
        var settings = TaskflowCase.Settings(StackEnvironment.Dev);
        var muted = await TaskflowCase.RunAsync(StackEnvironment.Dev, Muting("web-throttled", "cdn-5xx"));
        var error = await Assert.CatchAsync<Exception>(() => TaskflowCase.RunAsync(StackEnvironment.Dev, Muting("web-throtled")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                muted.All(Alarm).Where(alarm => alarm.Inputs["actionsEnabled"] is false).Select(alarm => alarm.Name),
                Is.EquivalentTo(new[] { "taskflow-web-throttled", "taskflow-front-cdn-5xx" })
            );
            Assert.That(error!.ToString(), Does.Contain("web-throtled").And.Contain("did you mean web-throttled?"));
        }

        Infra.Settings.Taskflow.TaskflowSettings Muting(params string[] keys) =>
            settings with
            {
                Alarms = settings.Alarms with { Muted = [.. keys] },
            };
    }

    [Test]
    public async Task Calls_of_the_account_are_recorded_by_choice_under_the_stacks_key()
    {
        var settings = TaskflowCase.Settings(StackEnvironment.Prod);
        var run = await TaskflowCase.RunAsync(
            StackEnvironment.Prod,
            settings with
            {
                Audit = settings.Audit with { CloudTrail = true },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:cloudtrail/trail:Trail").Inputs["kmsKeyId"], Is.EqualTo("arn:taskflow-kms-key"));
            Assert.That(
                (string)run.One("aws:kms/key:Key", "taskflow-kms-key").Inputs["policy"],
                Does.Contain("cloudtrail.amazonaws.com")
            );
            Assert.That((await TaskflowCase.RunAsync(StackEnvironment.Prod)).All("aws:cloudtrail/trail:Trail"), Is.Empty);
        }
    }
}
