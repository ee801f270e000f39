using Engine.Planning;
using Infra.Settings;
using Infra.Systems;
using Infra.Tests.Stacks;

namespace Infra.Tests.Systems;

public sealed class WebPlatformOperationsTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Schedule = "aws:scheduler/schedule:Schedule";

    [Test]
    public async Task A_stack_that_stands_still_on_purpose_counts_no_tasks()
    {
        var settings = WebPlatformCase.Settings(StackEnvironment.Prod);
        var rests = await RunAsync(
            settings with
            {
                Service = settings.Service with { Scaling = new() { MinTasks = 0 } },
                Canary = new() { Enabled = true },
            }
        );
        var off = await RunAsync(
            settings with
            {
                Service = settings.Service with { Enabled = false },
                Canary = new() { Enabled = true },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(rests), Has.None.Contains("tasks-low").And.Member("web-platform-prod-cpu-high"));
            Assert.That(Names(rests), Has.None.Contains("canary"), "nobody answers it");
            Assert.That(Names(off), Is.EquivalentTo(Front), "only what the CDN is asked");
            Assert.That(off.All("aws:synthetics/canary:Canary"), Is.Empty);
        }
    }

    [Test]
    public async Task The_night_silences_every_alarm_before_the_tasks_stop_and_hears_again_after_they_started()
    {
        var run = await WebPlatformCase.RunAsync(WebPlatformCase.Dev, WebPlatformCase.WithDatabase(StackEnvironment.Dev));

        var regional = Names(run)
            .Except(Front.Select(name => name.Replace("-prod-", "-dev-")))
            .Where(name => !name.Contains("deploy"));
        string Input(string name) => (string)Target(run, name)["input"];
        string When(string name) => (string)run.One(Schedule, $"web-platform-{name}").Inputs["scheduleExpression"];
        using (Assert.EnterMultipleScope())
        {
            foreach (var name in regional)
                Assert.That(Input("alarms-off"), Does.Contain($"\"{name}\"").And.EqualTo(Input("alarms-on")), name);
            Assert.That(When("alarms-off"), Is.EqualTo("cron(0 20 * * ? *)"));
            Assert.That(When("tasks-stop"), Is.EqualTo("cron(1 20 * * ? *)"));
            Assert.That(Input("tasks-stop"), Does.Contain("\"DesiredCount\":0"));
            Assert.That(Input("tasks-start"), Does.Contain("\"DesiredCount\":1"));
            Assert.That(Input("database-stop"), Does.Contain("web-platform-dev-"));
            Assert.That(Input("recheck-tasks-low"), Does.Contain("web-platform-dev-tasks-low"));
            Assert.That(Input("recheck-unhealthy-targets"), Does.Contain("web-platform-dev-unhealthy-targets"));
        }
    }

    [Test]
    public async Task Production_never_stops() =>
        Assert.That((await RunAsync(WebPlatformCase.Settings(StackEnvironment.Prod))).All(Schedule), Is.Empty);

    [Test]
    public async Task The_dashboard_shows_tasks_load_balancer_and_targets_of_both_groups()
    {
        var run = await RunAsync(WebPlatformCase.WithDatabase(StackEnvironment.Prod));

        var dashboard = run.One("aws:cloudwatch/dashboard:Dashboard");
        var body = (string)dashboard.Inputs["dashboardBody"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dashboard.Inputs["dashboardName"], Is.EqualTo("web-platform-prod"));
            foreach (var title in new[] { "CPU and memory (%)", "Running tasks", "Healthy and unhealthy tasks", "Requests" })
                Assert.That(body, Does.Contain($"\"title\":\"{title}\""));
            foreach (var title in new[] { "Response time (s)", "Answers by status", "Connections" })
                Assert.That(body, Does.Contain($"\"title\":\"{title}\""));
            Assert.That(
                body,
                Does.Contain(
                        "\"HealthyHostCount\",\"LoadBalancer\",\"suffix:web-platform-alb\",\"TargetGroup\",\"suffix:web-platform-tg\""
                    )
                    .And.Contain(
                        "\"HealthyHostCount\",\"LoadBalancer\",\"suffix:web-platform-alb\",\"TargetGroup\",\"suffix:web-platform-tg2\""
                    )
            );
        }
    }

    [Test]
    public void The_two_saved_queries_are_the_ones_that_the_source_asks() =>
        Assert.That(
            WebPlatformQueries.All.Select(query => query.ToString()),
            Has.Exactly(2)
                .Items.And.Some.Contains("filter @message like /ERROR/\n| sort @timestamp desc\n| limit 100")
                .And.Some.Contains(
                    @"parse @message /duration: (?<duration>\d+)/" + "\n| filter duration > 1000\n| sort duration desc"
                )
        );

    [Test]
    public async Task They_ask_the_log_of_the_application()
    {
        var run = await RunAsync(WebPlatformCase.Settings(StackEnvironment.Prod));

        Assert.That(
            run.All("aws:cloudwatch/queryDefinition:QueryDefinition")
                .Select(query => $"{query.Inputs["name"]} {query.Texts("logGroupNames").Single()}"),
            Is.EquivalentTo(
                new[]
                {
                    "web-platform-prod/errors /ecs/web-platform-prod",
                    "web-platform-prod/slow-requests /ecs/web-platform-prod",
                }
            )
        );
    }

    [Test]
    public async Task The_trail_is_made_where_the_stack_says_so_and_its_key_knows_it()
    {
        var settings = WebPlatformCase.Settings(StackEnvironment.Prod);
        var run = await RunAsync(settings with { Audit = new() { CloudTrail = true } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:cloudtrail/trail:Trail").Inputs["kmsKeyId"], Is.EqualTo("arn:web-platform-kms-key"));
            Assert.That(
                (string)run.One("aws:kms/key:Key", "web-platform-kms-key").Inputs["policy"],
                Does.Contain("arn:aws:cloudtrail:ap-northeast-1:111111111111:trail/web-platform-prod-trail")
            );
            Assert.That((await RunAsync(settings)).All("aws:cloudtrail/trail:Trail"), Is.Empty);
        }
    }

    [Test]
    public async Task The_canary_asks_the_CDN_and_rings()
    {
        var settings = WebPlatformCase.Settings(StackEnvironment.Prod);
        var run = await RunAsync(settings with { Canary = new() { Enabled = true } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One("aws:synthetics/canary:Canary").Json("runConfig"),
                Does.Contain("https://app.example.com/api/health")
            );
            Assert.That(Names(run), Has.Some.Contains("canary"));
        }
    }

    [Test]
    public async Task A_Slack_channel_is_made_once_and_shows_the_topics_of_both_regions()
    {
        var settings = WebPlatformCase.Settings(StackEnvironment.Prod);
        var run = await RunAsync(
            settings with
            {
                Alerts = settings.Alerts with
                {
                    SlackTeamId = "T0123456789",
                    Critical = new() { SlackChannelId = "C0123456789" },
                },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One("aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration").Texts("snsTopicArns"),
                Is.EqualTo(new[] { "arn:web-platform-alerts-topic", "arn:web-platform-front-alerts-topic" })
            );
            Assert.That(run.All("aws:iam/role:Role").Select(role => role.Inputs["name"]), Is.Unique, "roles have no region");
        }
    }

    [Test]
    public void An_alarm_that_is_muted_must_exist()
    {
        var settings = WebPlatformCase.Settings(StackEnvironment.Prod);

        Assert.That(
            async () => await RunAsync(settings with { Alarms = settings.Alarms with { Muted = ["cpu-hihg"] } }),
            Throws.Exception.With.Message.Contains("alarms.muted.cpu-hihg: unknown key; did you mean cpu-high?")
        );
    }

    [TestCase("web-platform-prod", true)]
    [TestCase("web-platform-dev", false)]
    public async Task A_protected_stack_whose_alarms_nobody_hears_says_so(string stack, bool isTold)
    {
        var told = (await StackPlans.OfAsync(stack)).Diagnostics.Where(said => said.Severity == Severity.Warning);

        Assert.That(
            told.Any(said => said.Message.StartsWith("alarms ring and nobody hears them", StringComparison.Ordinal)),
            Is.EqualTo(isTold)
        );
    }

    private static readonly string[] Front =
    [
        "web-platform-prod-cdn-4xx",
        "web-platform-prod-cdn-5xx",
        "web-platform-prod-waf-blocked-requests",
    ];

    private static string[] Names(Sandbox run) => [.. run.All(Alarm).Select(alarm => (string)alarm.Inputs["name"])];

    private static System.Collections.Immutable.ImmutableDictionary<string, object> Target(Sandbox run, string name) =>
        Inputs.Map(run.One(Schedule, $"web-platform-{name}").Inputs["target"]);

    private static Task<Sandbox> RunAsync(Infra.Settings.WebPlatform.WebPlatformSettings settings) =>
        WebPlatformCase.RunAsync(WebPlatformCase.Prod, settings);
}
