using System.Collections.Immutable;
using Infra.Protection;
using Infra.Tests.Policies;
using Pulumi;

namespace Infra.Tests.Protection;

public sealed class StopScheduleTests
{
    private const string Schedule = "aws:scheduler/schedule:Schedule";

    [Test]
    public async Task Alarms_fall_silent_tasks_stop_and_then_the_database_and_back_in_the_other_order()
    {
        var run = await StopCase.RunAsync(StopCase.Args());

        Assert.That(
            run.All(Schedule).Select(s => $"{s.Name}: {s.Inputs["scheduleExpression"]} {((string)Target(s)["arn"])[28..]}"),
            Is.EquivalentTo(
                new[]
                {
                    "idp-alarms-off: cron(0 20 * * ? *) cloudwatch:disableAlarmActions",
                    "idp-scaling-off: cron(0 20 * * ? *) applicationautoscaling:registerScalableTarget",
                    "idp-tasks-stop: cron(1 20 * * ? *) ecs:updateService",
                    "idp-database-stop: cron(6 20 * * ? *) rds:stopDBInstance",
                    "idp-database-start: cron(0 8 ? * MON,TUE,WED,THU,FRI *) rds:startDBInstance",
                    "idp-tasks-start: cron(15 8 ? * MON,TUE,WED,THU,FRI *) ecs:updateService",
                    "idp-scaling-on: cron(20 8 ? * MON,TUE,WED,THU,FRI *) applicationautoscaling:registerScalableTarget",
                    "idp-alarms-on: cron(45 8 ? * MON,TUE,WED,THU,FRI *) cloudwatch:enableAlarmActions",
                    "idp-recheck-tasks-below-minimum: cron(50 8 ? * MON,TUE,WED,THU,FRI *) cloudwatch:setAlarmState",
                }
            )
        );
    }

    [TestCase("alarms-off", """{"AlarmNames":["idp-server-dev-high-cpu","idp-server-dev-tasks-below-minimum"]}""")]
    [TestCase("alarms-on", """{"AlarmNames":["idp-server-dev-high-cpu","idp-server-dev-tasks-below-minimum"]}""")]
    [TestCase("tasks-stop", """{"Cluster":"cluster","Service":"service","DesiredCount":0}""")]
    [TestCase("tasks-start", """{"Cluster":"cluster","Service":"service","DesiredCount":2}""")]
    [TestCase("database-stop", """{"DbInstanceIdentifier":"idp-server-dev-postgresql"}""")]
    [TestCase("database-start", """{"DbInstanceIdentifier":"idp-server-dev-postgresql"}""")]
    [TestCase(
        "scaling-off",
        """{"ServiceNamespace":"ecs","ResourceId":"service/cluster/service","ScalableDimension":"ecs:service:DesiredCount","SuspendedState":{"DynamicScalingInSuspended":true,"DynamicScalingOutSuspended":true,"ScheduledScalingSuspended":true}}"""
    )]
    [TestCase(
        "scaling-on",
        """{"ServiceNamespace":"ecs","ResourceId":"service/cluster/service","ScalableDimension":"ecs:service:DesiredCount","SuspendedState":{"DynamicScalingInSuspended":false,"DynamicScalingOutSuspended":false,"ScheduledScalingSuspended":false}}"""
    )]
    [TestCase(
        "recheck-tasks-below-minimum",
        """{"AlarmName":"idp-server-dev-tasks-below-minimum","StateValue":"OK","StateReason":"The system has been started; an alarm that is still due rings again"}"""
    )]
    public async Task Calls_are_written_as_the_Java_SDK_takes_them(string key, string input)
    {
        var run = await StopCase.RunAsync(StopCase.Args());

        Assert.That(Target(run.One(Schedule, $"idp-{key}"))["input"], Is.EqualTo(input));
    }

    [Test]
    public async Task Calls_are_made_on_the_minute_and_again_when_they_fail()
    {
        var run = await StopCase.RunAsync(StopCase.Args());

        var schedule = run.One(Schedule, "idp-database-stop");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(schedule.Inputs["name"], Is.EqualTo("idp-server-dev-database-stop"));
            Assert.That(schedule.Inputs["groupName"], Is.EqualTo("idp-server-dev-stop-schedule"));
            Assert.That(schedule.Inputs["scheduleExpressionTimezone"], Is.EqualTo("Asia/Tokyo"));
            Assert.That(Inputs.Pairs(schedule.Inputs["flexibleTimeWindow"]), Is.EqualTo("mode=OFF"));
            Assert.That(Target(schedule)["arn"], Is.EqualTo("arn:aws:scheduler:::aws-sdk:rds:stopDBInstance"));
            Assert.That(Target(schedule)["roleArn"], Is.EqualTo("arn:idp-stop-schedule-role"));
            Assert.That(
                Inputs.Pairs(Target(schedule)["retryPolicy"]),
                Is.EqualTo("maximumEventAgeInSeconds=3600 maximumRetryAttempts=10")
            );
        }
    }

    [Test]
    public async Task Steps_pass_midnight_and_days_and_zone_are_the_stacks()
    {
        var run = await StopCase.RunAsync(
            StopCase.Args() with
            {
                StopAt = "23:57",
                StartAt = "07:30",
                StartDays = ["TUE", "SAT"],
                TimeZone = "UTC",
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Schedule, "idp-database-stop").Inputs["scheduleExpression"], Is.EqualTo("cron(3 0 * * ? *)"));
            Assert.That(run.One(Schedule, "idp-alarms-on").Inputs["scheduleExpression"], Is.EqualTo("cron(15 8 ? * TUE,SAT *)"));
            Assert.That(run.All(Schedule).Select(s => s.Inputs["scheduleExpressionTimezone"]), Is.All.EqualTo("UTC"));
        }
    }

    [Test]
    public async Task The_role_may_stop_this_system_and_nothing_else()
    {
        var run = await StopCase.RunAsync(StopCase.Args());

        var role = run.One("aws:iam/role:Role");
        var trust = PolicyReading.Statements(role.Inputs["assumeRolePolicy"])["ServiceTakesRole"];
        var rights = PolicyReading.Statements(run.One("aws:iam/rolePolicy:RolePolicy").Inputs["policy"]);
        const string Here = "ap-northeast-1:111111111111";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(role.Inputs["name"], Is.EqualTo("idp-server-dev-stop-schedule"));
            Assert.That(trust.Texts("Principal", "Service"), Is.EqualTo(new[] { "scheduler.amazonaws.com" }));
            Assert.That(trust.Texts("Condition", "StringEquals", "aws:SourceAccount"), Is.EqualTo(new[] { "111111111111" }));
            Assert.That(
                trust.Texts("Condition", "ArnLike", "aws:SourceArn"),
                Is.EqualTo(new[] { $"arn:aws:scheduler:{Here}:schedule-group/idp-server-dev-stop-schedule" })
            );
            Assert.That(
                rights.Select(right =>
                    $"{right.Key}: {string.Join(' ', right.Value.Texts("Action"))} on {string.Join(' ', right.Value.Texts("Resource"))}"
                ),
                Is.EqualTo(
                    new[]
                    {
                        $"CountTasks: ecs:UpdateService on arn:aws:ecs:{Here}:service/cluster/service",
                        $"SuspendScaling: application-autoscaling:RegisterScalableTarget on arn:aws:application-autoscaling:{Here}:scalable-target/*",
                        $"StopDatabase: rds:StartDBInstance rds:StopDBInstance on arn:aws:rds:{Here}:db:idp-server-dev-postgresql",
                        $"SilenceAlarms: cloudwatch:DisableAlarmActions cloudwatch:EnableAlarmActions cloudwatch:SetAlarmState on arn:aws:cloudwatch:{Here}:alarm:idp-server-dev-*",
                    }
                )
            );
            Assert.That(
                rights["SuspendScaling"].GetProperty("Condition").GetProperty("StringEquals").GetRawText(),
                Is.EqualTo(
                    """{"application-autoscaling:service-namespace":"ecs","application-autoscaling:scalable-dimension":"ecs:service:DesiredCount"}"""
                )
            );
        }
    }

    [Test]
    public async Task The_longest_stack_name_leaves_room_for_every_schedule()
    {
        var context = TestStacks.Dev with { Stack = new('x', 17) };
        var alarm = context.Label.Name("tasks-below-minimum");

        var run = await StopCase.RunAsync(
            StopCase.Args() with
            {
                Context = context,
                AlarmNames = [alarm],
                RecheckAlarms = [alarm],
            }
        );

        Assert.That(run.All(Schedule).Select(s => ((string)s.Inputs["name"]).Length), Is.All.LessThanOrEqualTo(64));
    }

    [Test]
    public async Task What_there_is_not_is_neither_stopped_nor_allowed()
    {
        var run = await StopCase.RunAsync(
            StopCase.Args() with
            {
                Services = [StopCase.Service with { Scales = false }],
                DatabaseIdentifier = null,
                AlarmNames = [],
                RecheckAlarms = [],
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All(Schedule).Select(s => $"{s.Name} {s.Inputs["scheduleExpression"]}"),
                Is.EquivalentTo(
                    new[] { "idp-tasks-stop cron(1 20 * * ? *)", "idp-tasks-start cron(0 8 ? * MON,TUE,WED,THU,FRI *)" }
                )
            );
            Assert.That(
                PolicyReading.Statements(run.One("aws:iam/rolePolicy:RolePolicy").Inputs["policy"]).Keys,
                Is.EqualTo(new[] { "CountTasks" })
            );
        }
    }

    [Test]
    public async Task A_database_alone_stops_once_the_alarms_are_silent_and_starts_alone()
    {
        var run = await StopCase.RunAsync(StopCase.Args() with { Services = [] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All(Schedule).Select(s => $"{s.Name} {s.Inputs["scheduleExpression"]}"),
                Is.EquivalentTo(
                    new[]
                    {
                        "idp-alarms-off cron(0 20 * * ? *)",
                        "idp-database-stop cron(1 20 * * ? *)",
                        "idp-database-start cron(0 8 ? * MON,TUE,WED,THU,FRI *)",
                        "idp-alarms-on cron(30 8 ? * MON,TUE,WED,THU,FRI *)",
                        "idp-recheck-tasks-below-minimum cron(35 8 ? * MON,TUE,WED,THU,FRI *)",
                    }
                )
            );
            Assert.That(
                PolicyReading.Statements(run.One("aws:iam/rolePolicy:RolePolicy").Inputs["policy"]).Keys,
                Is.EqualTo(new[] { "StopDatabase", "SilenceAlarms" })
            );
        }
    }

    [Test]
    public async Task Several_services_stop_together_each_with_schedules_and_rights_of_its_own()
    {
        var run = await StopCase.RunAsync(
            StopCase.Args() with
            {
                Services =
                [
                    new("cluster", "go", 1) { Role = "backend-go" },
                    new("cluster", "ai", 2) { Role = "python-ai", Scales = false },
                ],
            }
        );

        const string Here = "ap-northeast-1:111111111111";
        var rights = PolicyReading.Statements(run.One("aws:iam/rolePolicy:RolePolicy").Inputs["policy"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All(Schedule)
                    .Select(s => (string)s.Inputs["name"])
                    .Where(name => name.Contains("tasks-st") || name.Contains("scaling")),
                Is.EquivalentTo(
                    new[]
                    {
                        "idp-server-dev-backend-go-scaling-off",
                        "idp-server-dev-backend-go-tasks-stop",
                        "idp-server-dev-python-ai-tasks-stop",
                        "idp-server-dev-backend-go-tasks-start",
                        "idp-server-dev-python-ai-tasks-start",
                        "idp-server-dev-backend-go-scaling-on",
                    }
                )
            );
            Assert.That(
                Target(run.One(Schedule, "idp-python-ai-tasks-start"))["input"],
                Is.EqualTo("""{"Cluster":"cluster","Service":"ai","DesiredCount":2}""")
            );
            Assert.That(
                rights["CountTasks"].Texts("Resource"),
                Is.EqualTo(new[] { $"arn:aws:ecs:{Here}:service/cluster/go", $"arn:aws:ecs:{Here}:service/cluster/ai" })
            );
        }
    }

    private static ImmutableDictionary<string, object> Target(Pulumi.Testing.MockResourceArgs schedule) =>
        Inputs.Map(schedule.Inputs["target"]);
}
