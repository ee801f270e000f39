using Review.Model;
using Review.Model.Aws;

namespace Review.Cost.Pricing;

/// <summary>Schedules that stop what is paid by the hour. An estimate counts the full month: what a stop saves is a saving, and told as such.</summary>
internal static class StopSchedules
{
    private const string Schedule = "aws:scheduler/schedule:Schedule";
    private const string Service = "aws:ecs/service:Service";

    /// <summary>What to say of a resource that a schedule stops; nothing where none does.</summary>
    public static string? Note(Resource resource) =>
        Of(resource) is { } schedule ? $"{schedule.Name} stops it; the full month is counted" : null;

    /// <summary>What to say of a stack that schedules stop.</summary>
    public static IEnumerable<string> Notes(StackModel stack)
    {
        var stopped = stack.All(Databases.Instance).Concat(stack.All(Service)).Count(resource => Of(resource) is not null);
        if (stopped > 0)
            yield return $"a stop schedule halts {(stopped == 1 ? "one resource" : $"{stopped} resources")}; the full month is counted, and the bill is lower";
    }

    /// <summary>The schedule that stops a database or a service, or nothing.</summary>
    public static Resource? Of(Resource resource) =>
        resource.Stack.All(Schedule).FirstOrDefault(schedule => Switches(schedule, resource, false));

    /// <summary>The schedule that starts it again, or nothing.</summary>
    public static Resource? Starting(Resource resource) =>
        resource.Stack.All(Schedule).FirstOrDefault(schedule => Switches(schedule, resource, true));

    private static bool Switches(Resource schedule, Resource resource, bool on)
    {
        var names = resource.Type == Service ? resource["name"] : resource["identifier"];
        return ScheduledActions.Of(schedule) switch
        {
            "rds:startDBInstance" => on && IsDatabase(),
            "rds:stopDBInstance" => !on && IsDatabase(),
            "ecs:updateService" => resource.Type == Service
                && schedule["target.input"].Json()["DesiredCount"].Number is { } count
                && count > 0 == on
                && Names(schedule, "Service", names),
            _ => false,
        };

        bool IsDatabase() => resource.Type == Databases.Instance && Names(schedule, "DbInstanceIdentifier", names);
    }

    private static bool Names(Resource schedule, string key, Value name) =>
        name.Text is { } text && schedule["target.input"].Json()[key].Text == text;
}
