using Infra.Protection;

namespace Infra.Tests.Protection;

/// <summary>A stop schedule of a system with one service and a database.</summary>
internal static class StopCase
{
    public static StoppedService Service => new("cluster", "service", 2);

    public static StopScheduleArgs Args() =>
        new()
        {
            Context = TestStacks.Dev,
            Services = [Service],
            DatabaseIdentifier = "idp-server-dev-postgresql",
            AlarmNames = ["idp-server-dev-high-cpu", "idp-server-dev-tasks-below-minimum"],
            RecheckAlarms = ["idp-server-dev-tasks-below-minimum"],
        };

    public static Task<Sandbox> RunAsync(StopScheduleArgs args) => Sandbox.RunAsync(() => _ = new StopSchedule("idp", args));
}
