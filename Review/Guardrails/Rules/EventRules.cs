using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>EventBridge rules and schedules: what is to happen does, and what fails is seen.</summary>
internal sealed class EventRules : GuardrailTable
{
    private const string Schedule = "aws:scheduler/schedule:Schedule";
    private const string Events = "events.amazonaws.com";
    private const string Scheduler = "scheduler.amazonaws.com";

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("events-rule-target", Grade.Medium, Tokens.EventRule, "Every rule has a target")
            {
                Reason = "Events match, and nothing happens.",
                Fix = "Add an aws:cloudwatch:EventTarget with the rule's name.",
                Check = rule =>
                    Verdict.Of(
                        rule.ReferredBy(Tokens.EventTarget, "rule").Any(),
                        "targets: got none, want an EventTarget of this rule"
                    ),
            },
            new("events-target-dead-letters", Grade.Low, Tokens.EventTarget, "Events that cannot be delivered are kept")
            {
                Reason = "After a day of trying, or at once where access is refused, EventBridge drops the event without a word.",
                Fix =
                    "Set deadLetterConfig.arn to a queue whose policy lets events.amazonaws.com send, and an alarm on the queue.",
                Also = ["Serverless-EventBusDLQ"],
                Check = target => target.IsSet("deadLetterConfig.arn", "a queue"),
            },
            new("events-target-allowed", Grade.High, Tokens.EventTarget, "Targets of rules let EventBridge in")
            {
                Reason = "The event is refused at the door, and dropped.",
                Fix = "Add an aws:lambda:Permission with principal events.amazonaws.com; give ECS and other targets a roleArn.",
                When = target => target.Referred("arn").Any(named => named.Type is Tokens.Function or "aws:ecs/cluster:Cluster"),
                Check = target =>
                    target.Referred("arn", Tokens.Function).FirstOrDefault() is { } function
                        ? Verdict.Of(
                            function
                                .ReferredBy("aws:lambda/permission:Permission", "function")
                                .Any(permission => permission["principal"].Text == Events),
                            $"arn: got {function.Name} without a Permission for {Events}, want one"
                        )
                        : target.IsSet("roleArn", "a role that may run the task"),
            },
            new("scheduler-dead-letters", Grade.Low, Schedule, "Schedules that fail are seen")
            {
                Reason = "A schedule that could not do its work says so nowhere.",
                Fix = "Set target.deadLetterConfig.arn to a queue, with an alarm on it.",
                Check = schedule => schedule.IsSet("target.deadLetterConfig.arn", "a queue"),
            },
            new("scheduler-role", Grade.High, Schedule, "Schedules wear a role that may do their work")
            {
                Reason = "The schedule runs, is refused, and nothing happens.",
                Fix = "Trust scheduler.amazonaws.com in the role of target.roleArn, and allow the action.",
                Check = schedule =>
                    schedule.Referred("target", Tokens.Role).FirstOrDefault() is { } role
                        ? Worn(schedule, role)
                        : schedule.Ask("target.roleArn", _ => false, "a role of this stack"),
            },
            new("scheduler-time-zone", Grade.Low, Schedule, "Schedules say in which time zone they mean it")
            {
                Reason = "Hours without a zone are UTC; nights of people elsewhere are not.",
                Fix = "Set scheduleExpressionTimezone, such as Asia/Tokyo; UTC is fine when it is said.",
                When = schedule =>
                    schedule["scheduleExpression"].Text is { } text && text.StartsWith("cron", StringComparison.Ordinal),
                Check = schedule => schedule.IsSet("scheduleExpressionTimezone", "a time zone"),
            },
        ];

    private static Verdict Worn(Resource schedule, Resource role) =>
        role.AnyStatement(
            "assumeRolePolicy",
            statement => statement.Allows && statement.IsForService(Scheduler),
            $"one that lets {Scheduler} wear {role.Name}"
        ) & (ScheduledActions.Of(schedule) is { } action ? Granted(role, action) : Verdict.Pass);

    private static Verdict Granted(Resource role, string action) =>
        IdentityPolicy.GrantsOf(role).Any(statement => statement.Covers(action)) ? Verdict.Pass
        : IdentityPolicy.Of(role).Any(policy => policy.IsUnknown)
            ? Verdict.CannotKnow($"a policy of {role.Name} is known only after the deployment")
        : Verdict.Fail($"role {role.Name}: got no statement that allows {action}, want one");
}
