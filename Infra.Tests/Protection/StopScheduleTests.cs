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
        var run = await RunAsync(Args());

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
        var run = await RunAsync(Args());

        Assert.That(Target(run.One(Schedule, $"idp-{key}"))["input"], Is.EqualTo(input));
    }

    [Test]
    public async Task Calls_are_made_on_the_minute_and_again_when_they_fail()
    {
        var run = await RunAsync(Args());

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
        var run = await RunAsync(
            Args() with
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
        var run = await RunAsync(Args());

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

        var run = await RunAsync(Args() with { Context = context, AlarmNames = [alarm], RecheckAlarms = [alarm] });

        Assert.That(run.All(Schedule).Select(s => ((string)s.Inputs["name"]).Length), Is.All.LessThanOrEqualTo(64));
    }

    [Test]
    public async Task What_there_is_not_is_neither_stopped_nor_allowed()
    {
        var run = await RunAsync(
            Args() with
            {
                Services = [Service with { Scales = false }],
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
    public async Task What_AWS_or_people_would_regret_is_refused()
    {
        var bad = Args() with
        {
            StopAt = "8:00",
            StartAt = "24:00",
            StartDays = ["MON", "Tuesday"],
            TimeZone = "JST+9",
            Services = [Service with { Tasks = 0 }],
            DatabaseReplicas = 1,
            AlarmNames = [.. Enumerable.Range(0, 100).Select(i => $"idp-server-dev-{i}"), "idp-server-staging-high-cpu"],
            RecheckAlarms = ["idp-server-dev-lost"],
        };

        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.Contain("StopSchedule 'idp': 9 problems in its args")
                .And.Contain("stopAt: got 8:00, want a time from 00:00 to 23:59;")
                .And.Contain("startAt: got 24:00, want a time from 00:00 to 23:59;")
                .And.Contain("startDays: got Tuesday, want MON, TUE, WED, THU, FRI, SAT or SUN;")
                .And.Contain("timeZone: got JST+9, want a name such as Asia/Tokyo or UTC;")
                .And.Contain("tasks: got 0, want 1 or more;")
                .And.Contain(
                    "databaseReplicas: got 1, want 0 when the database is stopped; RDS stops no instance that has a replica;"
                )
                .And.Contain("alarmNames: got 101, want 100 at most;")
                .And.Contain("alarmNames: got idp-server-staging-high-cpu, want alarms named idp-server-dev-…;")
                .And.Contain("recheckAlarms: unknown key;")
        );
    }

    [TestCase("08:59", false)]
    [TestCase("09:00", true)]
    public async Task The_system_is_not_stopped_while_it_starts(string stopAt, bool accepted)
    {
        var args = Args() with { StopAt = stopAt };
        if (accepted)
            Assert.That((await RunAsync(args)).All(Schedule), Is.Not.Empty);
        else
            Assert.That(
                (await Assert.ThrowsAsync<RunException>(() => RunAsync(args)))!.Message,
                Does.Contain("stopAt: got 08:59, want an hour or more after startAt, 08:00;")
            );
    }

    [Test]
    public async Task A_system_that_is_never_started_is_refused() =>
        Assert.That(
            (await Assert.ThrowsAsync<RunException>(() => RunAsync(Args() with { StartDays = [] })))!.Message,
            Does.Contain("startDays: got an empty list, want one or more days;")
        );

    [Test]
    public async Task A_database_alone_stops_once_the_alarms_are_silent_and_starts_alone()
    {
        var run = await RunAsync(Args() with { Services = [] });

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
        var run = await RunAsync(
            Args() with
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

    [Test]
    public async Task Nothing_to_stop_and_services_that_cannot_be_told_apart_are_refused()
    {
        var nothing = await Assert.ThrowsAsync<RunException>(() =>
            RunAsync(Args() with { Services = [], DatabaseIdentifier = null })
        );
        var alike = await Assert.ThrowsAsync<RunException>(() =>
            RunAsync(Args() with { Services = [Service, new("cluster", "other", 0)] })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(nothing!.Message, Does.Contain("services: got an empty list, want a service or a database;"));
            Assert.That(
                alike!.Message,
                Does.Contain("services: got service and other, want a role of its own for each;")
                    .And.Contain("tasks: got 0, want 1 or more;")
            );
        }
    }

    private static StoppedService Service => new("cluster", "service", 2);

    private static StopScheduleArgs Args() =>
        new()
        {
            Context = TestStacks.Dev,
            Services = [Service],
            DatabaseIdentifier = "idp-server-dev-postgresql",
            AlarmNames = ["idp-server-dev-high-cpu", "idp-server-dev-tasks-below-minimum"],
            RecheckAlarms = ["idp-server-dev-tasks-below-minimum"],
        };

    private static Task<Sandbox> RunAsync(StopScheduleArgs args) => Sandbox.RunAsync(() => _ = new StopSchedule("idp", args));

    private static ImmutableDictionary<string, object> Target(Pulumi.Testing.MockResourceArgs schedule) =>
        Inputs.Map(schedule.Inputs["target"]);
}
