using System.Text.Json.Nodes;

namespace Infra.Protection;

/// <summary>
/// The calls of a stop schedule in their order. In the evening the alarms fall silent first and the database stops last, so that no task
/// loses it while it serves; in the morning the database starts first and the alarms are heard last.
/// </summary>
internal static class StopCalls
{
    private const int TasksAfterAlarms = 1;

    // Tasks drain for up to 65 s and are given 90 s to stop.
    private const int DatabaseAfterTasks = 6;

    // A small instance takes five to ten minutes to start; tasks that come too early only fail and are replaced.
    private const int TasksAfterDatabase = 15;
    private const int ScalingAfterTasks = 5;
    private const int AlarmsAfterTasks = 30;
    private const int RecheckAfterTasks = 35;

    /// <summary>Each evening.</summary>
    public static IEnumerable<ScheduledCall> Evening(StopScheduleArgs args, ClockTime at)
    {
        if (args.AlarmNames.Length > 0)
            yield return new("alarms-off", "cloudwatch:disableAlarmActions", at, Names(args));
        foreach (var service in args.Services.Where(service => service.Scales))
            yield return Scaling(service, "scaling-off", at, suspended: true);
        foreach (var service in args.Services)
            yield return Tasks(service, "tasks-stop", at.Plus(TasksAfterAlarms), 0);
        // Each evening, also of days without a start: RDS starts an instance by itself once it has been stopped for seven days, and this
        // stops it again the same evening. An instance that is stopped already refuses the call, and nothing is lost.
        if (args.DatabaseIdentifier is { } database)
            yield return Database(
                "database-stop",
                "stopDBInstance",
                at.Plus(args.Services.IsEmpty ? TasksAfterAlarms : DatabaseAfterTasks),
                database
            );
    }

    /// <summary>Each morning on which the system starts.</summary>
    public static IEnumerable<ScheduledCall> Morning(StopScheduleArgs args, ClockTime at)
    {
        if (args.DatabaseIdentifier is { } database)
            yield return Database("database-start", "startDBInstance", at, database);
        var tasks = args.DatabaseIdentifier is null || args.Services.IsEmpty ? at : at.Plus(TasksAfterDatabase);
        foreach (var service in args.Services)
            yield return Tasks(service, "tasks-start", tasks, service.Tasks);
        foreach (var service in args.Services.Where(service => service.Scales))
            yield return Scaling(service, "scaling-on", tasks.Plus(ScalingAfterTasks), suspended: false);
        if (args.AlarmNames.Length > 0)
            yield return new("alarms-on", "cloudwatch:enableAlarmActions", tasks.Plus(AlarmsAfterTasks), Names(args));
        // Set to OK an alarm that is still wrong rings within its period, and one that is not stays as it is.
        foreach (var alarm in args.RecheckAlarms)
            yield return new(
                $"recheck-{alarm[(args.Context.Label.Prefix.Length + 1)..]}",
                "cloudwatch:setAlarmState",
                tasks.Plus(RecheckAfterTasks),
                new()
                {
                    ["AlarmName"] = alarm,
                    ["StateValue"] = "OK",
                    ["StateReason"] = "The system has been started; an alarm that is still due rings again",
                }
            );
    }

    private static JsonObject Names(StopScheduleArgs args) =>
        new() { ["AlarmNames"] = new JsonArray([.. args.AlarmNames.Select(name => (JsonNode)name)]) };

    // A count changed by hand stays as it is while scaling is suspended; its bounds are left alone, which the program keeps.
    private static ScheduledCall Scaling(StoppedService service, string step, ClockTime at, bool suspended) =>
        new(
            service.Key(step),
            "applicationautoscaling:registerScalableTarget",
            at,
            new()
            {
                ["ServiceNamespace"] = "ecs",
                ["ResourceId"] = $"service/{service.ClusterName}/{service.ServiceName}",
                ["ScalableDimension"] = "ecs:service:DesiredCount",
                ["SuspendedState"] = new JsonObject
                {
                    ["DynamicScalingInSuspended"] = suspended,
                    ["DynamicScalingOutSuspended"] = suspended,
                    ["ScheduledScalingSuspended"] = suspended,
                },
            }
        );

    private static ScheduledCall Tasks(StoppedService service, string step, ClockTime at, int count) =>
        new(
            service.Key(step),
            "ecs:updateService",
            at,
            new()
            {
                ["Cluster"] = service.ClusterName,
                ["Service"] = service.ServiceName,
                ["DesiredCount"] = count,
            }
        );

    // DbInstanceIdentifier, not DBInstanceIdentifier as in the API of RDS: the scheduler speaks the Java SDK.
    private static ScheduledCall Database(string key, string operation, ClockTime at, string identifier) =>
        new(key, $"rds:{operation}", at, new() { ["DbInstanceIdentifier"] = identifier });
}
