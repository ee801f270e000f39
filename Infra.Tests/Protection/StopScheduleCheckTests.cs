using Pulumi;

namespace Infra.Tests.Protection;

public sealed class StopScheduleCheckTests
{
    [Test]
    public async Task What_AWS_or_people_would_regret_is_refused()
    {
        var bad = StopCase.Args() with
        {
            StopAt = "8:00",
            StartAt = "24:00",
            StartDays = ["MON", "Tuesday"],
            TimeZone = "JST+9",
            Services = [StopCase.Service with { Tasks = 0 }],
            DatabaseReplicas = 1,
            AlarmNames = [.. Enumerable.Range(0, 100).Select(i => $"idp-server-dev-{i}"), "idp-server-staging-high-cpu"],
            RecheckAlarms = ["idp-server-dev-lost"],
        };

        var error = await Assert.ThrowsAsync<RunException>(() => StopCase.RunAsync(bad));

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
        var args = StopCase.Args() with { StopAt = stopAt };
        if (accepted)
            Assert.That((await StopCase.RunAsync(args)).All("aws:scheduler/schedule:Schedule"), Is.Not.Empty);
        else
            Assert.That(
                (await Assert.ThrowsAsync<RunException>(() => StopCase.RunAsync(args)))!.Message,
                Does.Contain("stopAt: got 08:59, want an hour or more after startAt, 08:00;")
            );
    }

    [Test]
    public async Task A_system_that_is_never_started_is_refused() =>
        Assert.That(
            (await Assert.ThrowsAsync<RunException>(() => StopCase.RunAsync(StopCase.Args() with { StartDays = [] })))!.Message,
            Does.Contain("startDays: got an empty list, want one or more days;")
        );

    [Test]
    public async Task Nothing_to_stop_and_services_that_cannot_be_told_apart_are_refused()
    {
        var nothing = await Assert.ThrowsAsync<RunException>(() =>
            StopCase.RunAsync(StopCase.Args() with { Services = [], DatabaseIdentifier = null })
        );
        var alike = await Assert.ThrowsAsync<RunException>(() =>
            StopCase.RunAsync(StopCase.Args() with { Services = [StopCase.Service, new("cluster", "other", 0)] })
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
}
