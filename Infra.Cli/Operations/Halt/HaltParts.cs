using System.Collections.Immutable;
using Infra.Cli.Operations.Parts;
using Review.Model;

namespace Infra.Cli.Operations.Halt;

/// <summary>What is stopped and started of a stack: what its stop schedule stops, or would if it had one.</summary>
internal sealed record HaltParts
{
    private const string Silence = "cloudwatch:disableAlarmActions";
    private const string Recheck = "cloudwatch:setAlarmState";

    /// <summary>The services, with the number of tasks they are started with.</summary>
    public required ImmutableArray<ServicePart> Services { get; init; }

    /// <summary>The database instances that RDS can stop: those that neither have nor are a replica.</summary>
    public required ImmutableArray<DatabasePart> Databases { get; init; }

    /// <summary>The instances that RDS cannot stop.</summary>
    public required ImmutableArray<DatabasePart> Replicated { get; init; }

    /// <summary>Alarms that are silent meanwhile.</summary>
    public required ImmutableArray<string> Alarms { get; init; }

    /// <summary>Those of them that ring again after the start if they still have a reason.</summary>
    public required ImmutableArray<string> RecheckAlarms { get; init; }

    /// <summary>The group of the schedule that stops and starts the stack too. Default: there is none.</summary>
    public string? ScheduleGroup { get; init; }

    /// <summary>Whether there is nothing to stop.</summary>
    public bool IsEmpty => Services.IsEmpty && Databases.IsEmpty && Replicated.IsEmpty;

    /// <summary>Reads them.</summary>
    public static HaltParts Of(OperatedStack stack)
    {
        var schedules = stack.Model.All(PartTypes.Schedule).Where(schedule => Call(schedule) is not null).ToList();
        var parts = stack.Parts;
        var copied = parts.Databases.Select(instance => instance.ReplicaOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var free = parts.Databases.ToLookup(instance => instance.ReplicaOf is null && !copied.Contains(instance.Identifier));
        var silenced = Inputs(schedules, Silence).SelectMany(input => input["AlarmNames"].Texts).ToImmutableArray();
        return new()
        {
            Services = parts.Services,
            Databases = [.. free[true]],
            Replicated = [.. free[false]],
            Alarms = schedules.Count > 0 ? silenced : AllAlarms(stack),
            RecheckAlarms =
            [
                .. Inputs(schedules, Recheck)
                    .Select(input => input["AlarmName"].Text)
                    .OfType<string>()
                    .Order(StringComparer.Ordinal),
            ],
            ScheduleGroup = schedules.Count > 0 ? schedules[0]["groupName"].Text : null,
        };
    }

    private static IEnumerable<Value> Inputs(IEnumerable<Resource> schedules, string call) =>
        schedules.Where(schedule => Call(schedule) == call).Select(schedule => schedule["target.input"].Json());

    // arn:aws:scheduler:::aws-sdk:cloudwatch:disableAlarmActions
    private static string? Call(Resource schedule)
    {
        const string Mark = ":aws-sdk:";
        return schedule["target.arn"].Text is { } arn && arn.IndexOf(Mark, StringComparison.Ordinal) is var at and >= 0
            ? arn[(at + Mark.Length)..]
            : null;
    }

    private static ImmutableArray<string> AllAlarms(OperatedStack stack) =>
        [
            .. stack
                .Model.All(PartTypes.Alarm)
                .Concat(stack.Model.All(PartTypes.CompositeAlarm))
                .Where(alarm => alarm.Region == stack.Region && !alarm["alarmActions"].IsEmpty)
                .Select(alarm => (alarm["name"].IsMissing ? alarm["alarmName"] : alarm["name"]).Text)
                .OfType<string>()
                .Order(StringComparer.Ordinal),
        ];
}
