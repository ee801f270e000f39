using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Naming;
using Infra.Security;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;

namespace Infra.Protection;

/// <summary>
/// Stops a system each night and over the weekend, and starts it on working days: tasks and database cost nothing while nobody is there.
/// Storage, load balancer, NAT gateways and cache, which cannot be stopped, still do.
/// </summary>
internal sealed class StopSchedule : ComponentResource
{
    private const string Purpose = "stop-schedule";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The group of the schedules, by which they are found.</summary>
    public string GroupName { get; }

    /// <summary>Makes the schedule.</summary>
    public StopSchedule(string name, StopScheduleArgs args, ComponentResourceOptions? options = null)
        : base("idp:protection:StopSchedule", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var child = new CustomResourceOptions { Parent = this };
        var (context, label) = (args.Context, args.Context.Label);
        GroupName = NameRule.Schedule.Check(label.Name(Purpose));

        var group = new ScheduleGroup($"{name}-schedules", new() { Name = GroupName, Tags = label.NameTag(Purpose) }, child);
        var role = new ServiceRole(
            $"{name}-{Purpose}-role",
            new()
            {
                Context = context,
                Role = Purpose,
                Description = "Stops the system at night and starts it in the morning",
                Service = "scheduler.amazonaws.com",
                SourceArn = context.Arn("scheduler", $"schedule-group/{GroupName}"),
                Policy = StopRights.For(args),
            },
            this
        );

        var days = string.Join(',', args.StartDays);
        foreach (var call in StopCalls.Evening(args, ClockTime.Parse(args.StopAt)!.Value))
            Add(call, $"cron({call.At.Minute} {call.At.Hour} * * ? *)");
        foreach (var call in StopCalls.Morning(args, ClockTime.Parse(args.StartAt)!.Value))
            Add(call, $"cron({call.At.Minute} {call.At.Hour} ? * {days} *)");
        RegisterOutputs(new Dictionary<string, object?> { ["groupName"] = GroupName });

        void Add(ScheduledCall call, string cron) =>
            _ = new Schedule(
                $"{name}-{call.Key}",
                new()
                {
                    Name = NameRule.Schedule.Check(label.Name(call.Key)),
                    GroupName = group.Name,
                    ScheduleExpression = cron,
                    ScheduleExpressionTimezone = args.TimeZone,
                    FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "OFF" }, // the order of the steps is the point
                    Target = new ScheduleTargetArgs
                    {
                        Arn = $"arn:{context.Partition}:scheduler:::aws-sdk:{call.Call}",
                        RoleArn = role.Arn,
                        Input = call.Input.ToJsonString(Readable),
                        // Long enough for a database that is just starting or stopping. No dead-letter queue: a stop that failed is tried
                        // again the next evening, and a start that failed is seen by the people it was for.
                        RetryPolicy = new ScheduleTargetRetryPolicyArgs
                        {
                            MaximumEventAgeInSeconds = 3600,
                            MaximumRetryAttempts = 10,
                        },
                    },
                },
                child
            );
    }
}
