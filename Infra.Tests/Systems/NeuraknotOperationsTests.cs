using Engine.Planning;
using Infra.Settings;
using Infra.Settings.Neuraknot;
using Infra.Tests.Stacks;
using Pulumi.Testing;

namespace Infra.Tests.Systems;

public sealed class NeuraknotOperationsTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Schedule = "aws:scheduler/schedule:Schedule";
    private const string Alerts = "arn:neuraknot-alerts-topic";
    private const string Warnings = "arn:neuraknot-warnings-topic";

    private static readonly string[] Services = ["backend-go", "nextjs-frontend", "python-ai"];
    private static readonly string[] Public = ["backend-go", "nextjs-frontend"];

    [TestCase("cpu-high", "AWS/ECS CPUUtilization Average > 80 2x300", Warnings)]
    [TestCase("memory-high", "AWS/ECS MemoryUtilization Average > 80 2x300", Warnings)]
    [TestCase("tasks-low", "ECS/ContainerInsights RunningTaskCount Average < 2 2x60", Alerts)]
    public async Task Every_service_is_watched(string alarm, string rule, string topic)
    {
        var run = await NeuraknotCase.RunAsync(StackEnvironment.Prod);

        using (Assert.EnterMultipleScope())
            foreach (var service in Services)
            {
                var made = run.One(Alarm, $"neuraknot-{service}-{alarm}");
                Assert.That(Rule(made), Is.EqualTo(rule), service);
                Assert.That(made.Texts("alarmActions"), Is.EqualTo(new[] { topic }), service);
                Assert.That(
                    Inputs.Dimensions(made),
                    Is.EqualTo($"ClusterName=neuraKnot-prod-cluster ServiceName=neuraKnot-prod-{service}")
                );
            }
    }

    [TestCase("target-5xx", "AWS/ApplicationELB HTTPCode_Target_5XX_Count Sum > 10 2x300", Alerts)]
    [TestCase("response-time-high", "AWS/ApplicationELB TargetResponseTime Average > 1 2x300", Warnings)]
    [TestCase("unhealthy-targets", "AWS/ApplicationELB UnHealthyHostCount Average > 0 2x60", Alerts)]
    public async Task Every_service_that_people_reach_is_watched_at_the_load_balancer(string alarm, string rule, string topic)
    {
        var run = await NeuraknotCase.RunAsync(StackEnvironment.Prod);

        using (Assert.EnterMultipleScope())
        {
            foreach (var service in Public)
            {
                var made = run.One(Alarm, $"neuraknot-{service}-{alarm}");
                Assert.That(Rule(made), Is.EqualTo(rule), service);
                Assert.That(made.Texts("alarmActions"), Is.EqualTo(new[] { topic }), service);
                Assert.That(
                    Inputs.Dimensions(made),
                    Is.EqualTo(
                        $"LoadBalancer=suffix:neuraknot-alb TargetGroup=suffix:neuraknot-{service.Replace("nextjs-", "")}-tg"
                    )
                );
            }
            Assert.That(Names(run), Has.None.EqualTo($"neuraKnot-prod-python-ai-{alarm}"));
        }
    }

    [TestCase("many-requests", "AWS/ApplicationELB RequestCount Sum > 100000 2x300", Warnings)]
    [TestCase("elb-5xx", "AWS/ApplicationELB HTTPCode_ELB_5XX_Count Sum > 10 2x300", Alerts)]
    [TestCase("database-cpu-high", "AWS/RDS CPUUtilization Average > 80 2x300", Warnings)]
    [TestCase("database-connections-high", "AWS/RDS DatabaseConnections Average > 80 2x300", Warnings)]
    [TestCase("database-storage-low", "AWS/RDS FreeStorageSpace Average < 10737418240 1x300", Alerts)]
    public async Task Load_balancer_and_database_are_watched(string alarm, string rule, string topic)
    {
        var made = (await NeuraknotCase.RunAsync(StackEnvironment.Prod)).One(Alarm, $"neuraknot-{alarm}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Rule(made), Is.EqualTo(rule));
            Assert.That(made.Texts("alarmActions"), Is.EqualTo(new[] { topic }));
        }
    }

    [TestCase("backend-go-cpu-high", 90.0)]
    [TestCase("backend-go-memory-high", 90.0)]
    [TestCase("backend-go-tasks-low", 1.0)]
    [TestCase("backend-go-target-5xx", 50.0)]
    [TestCase("backend-go-response-time-high", 2.0)]
    [TestCase("elb-5xx", 50.0)]
    [TestCase("database-cpu-high", 90.0)]
    [TestCase("database-connections-high", 50.0)]
    [TestCase("database-storage-low", 2147483648.0)]
    public async Task Development_is_judged_less_strictly(string alarm, double threshold) =>
        Assert.That(
            (await NeuraknotCase.RunAsync(StackEnvironment.Dev)).One(Alarm, $"neuraknot-{alarm}").Inputs["threshold"],
            Is.EqualTo(threshold)
        );

    [Test]
    public async Task A_service_that_is_off_keeps_repository_and_log_and_is_not_watched()
    {
        var settings = NeuraknotCase.Settings(StackEnvironment.Prod);
        var run = await RunAsync(
            settings with
            {
                Services = NeuraknotCase.Each(settings, (name, s) => s with { Enabled = name != "backend-go" }),
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All("awsx:ecr:Repository").ToList(), Has.Count.EqualTo(3));
            Assert.That(
                run.All("aws:cloudwatch/logGroup:LogGroup").Select(group => group.Name),
                Does.Contain("neuraknot-backend-go-log")
            );
            Assert.That(run.All("aws:ecs/service:Service").Select(s => s.Name), Has.None.Contains("backend-go"));
            Assert.That(Names(run), Has.None.Contains("backend-go").And.Member("neuraKnot-prod-nextjs-frontend-cpu-high"));
            Assert.That(
                (string)run.One("aws:cloudwatch/dashboard:Dashboard").Inputs["dashboardBody"],
                Does.Not.Contain("neuraKnot-prod-backend-go")
            );
        }
    }

    [Test]
    public async Task Before_the_first_images_only_the_database_is_watched()
    {
        var settings = NeuraknotCase.Settings(StackEnvironment.Prod);
        var run = await RunAsync(
            settings with
            {
                Services = NeuraknotCase.Each(settings, service => service with { Enabled = false, Image = null }),
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(run), Is.Not.Empty.And.All.StartsWith("neuraKnot-prod-database-"));
            Assert.That(run.All("aws:ecs/taskDefinition:TaskDefinition"), Is.Empty);
            Assert.That(run.All("aws:appautoscaling/target:Target"), Is.Empty);
            Assert.That(run.All("aws:lb/targetGroup:TargetGroup").ToList(), Has.Count.EqualTo(2), "the way in is there");
        }
    }

    [Test]
    public async Task A_service_at_rest_counts_no_tasks()
    {
        var settings = NeuraknotCase.Settings(StackEnvironment.Prod);
        var run = await RunAsync(
            settings with
            {
                Services = NeuraknotCase.Each(
                    settings,
                    (name, s) => name == "python-ai" ? s with { Scaling = new() { MinTasks = 0 } } : s
                ),
            }
        );

        Assert.That(
            Names(run),
            Has.None.EqualTo("neuraKnot-prod-python-ai-tasks-low").And.Member("neuraKnot-prod-backend-go-tasks-low")
        );
    }

    [Test]
    public async Task Development_runs_at_night_unless_somebody_throws_the_switch()
    {
        var settings = NeuraknotCase.Settings(StackEnvironment.Dev);
        var awake = await NeuraknotCase.RunAsync(StackEnvironment.Dev);
        var run = await NeuraknotCase.RunAsync(
            StackEnvironment.Dev,
            settings with
            {
                Stop = settings.Stop with { Enabled = true },
                Services = NeuraknotCase.Each(
                    settings,
                    (name, s) =>
                        name == "python-ai"
                            ? s with
                            {
                                Scaling = new() { MinTasks = 0, MaxTasks = 1 },
                            }
                            : s
                ),
            }
        );

        var schedules = run.All(Schedule).ToDictionary(schedule => schedule.Name!["neuraknot-".Length..]);
        string Input(string name) => (string)Inputs.Map(schedules[name].Inputs["target"])["input"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(awake.All(Schedule), Is.Empty);
            Assert.That(
                schedules.Keys,
                Is.SupersetOf(
                    new[]
                    {
                        "alarms-off",
                        "alarms-on",
                        "backend-go-tasks-stop",
                        "backend-go-tasks-start",
                        "nextjs-frontend-tasks-stop",
                        "nextjs-frontend-tasks-start",
                        "database-stop",
                        "database-start",
                    }
                )
            );
            Assert.That(schedules.Keys, Has.None.StartsWith("python-ai"), "it rests already");
            Assert.That(
                Input("backend-go-tasks-stop"),
                Does.Contain("\"neuraKnot-dev-backend-go\"").And.Contain("\"DesiredCount\":0")
            );
            Assert.That(Input("backend-go-tasks-start"), Does.Contain("\"DesiredCount\":1"));
            Assert.That(Input("database-stop"), Does.Contain("neuraknot-dev-db"));
            Assert.That(Input("alarms-off"), Does.Contain("neuraKnot-dev-backend-go-tasks-low").And.EqualTo(Input("alarms-on")));
        }
    }

    [Test]
    public void An_alarm_that_is_muted_must_exist()
    {
        var settings = NeuraknotCase.Settings(StackEnvironment.Prod);

        Assert.That(
            async () => await RunAsync(settings with { Alarms = settings.Alarms with { Muted = ["python-ai-cpu-hihg"] } }),
            Throws.Exception.With.Message.Contains(
                "alarms.muted.python-ai-cpu-hihg: unknown key; did you mean python-ai-cpu-high?"
            )
        );
    }

    [TestCase("neuraknot-prod", true)]
    [TestCase("neuraknot-dev", false)]
    public async Task A_protected_stack_whose_alarms_nobody_hears_says_so(string stack, bool isTold)
    {
        var told = (await StackPlans.OfAsync(stack)).Diagnostics.Where(said => said.Severity == Severity.Warning);

        Assert.That(
            told.Any(said => said.Message.StartsWith("alarms ring and nobody hears them", StringComparison.Ordinal)),
            Is.EqualTo(isTold)
        );
    }

    private static string Rule(MockResourceArgs alarm)
    {
        var sign = (string)alarm.Inputs["comparisonOperator"] == "GreaterThanThreshold" ? ">" : "<";
        string Of(string input) => FormattableString.Invariant($"{alarm.Inputs[input]}");
        return $"{Of("namespace")} {Of("metricName")} {Of("statistic")} {sign} {Of("threshold")} {Of("evaluationPeriods")}x{Of("period")}";
    }

    private static string[] Names(Sandbox run) =>
        [
            .. run.All(Alarm)
                .Where(alarm => !alarm.Name!.Contains("-deploy-", StringComparison.Ordinal))
                .Select(alarm => (string)alarm.Inputs["name"]),
        ];

    private static Task<Sandbox> RunAsync(NeuraknotSettings settings) => NeuraknotCase.RunAsync(StackEnvironment.Prod, settings);
}
