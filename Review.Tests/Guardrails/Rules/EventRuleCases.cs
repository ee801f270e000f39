namespace Review.Tests.Guardrails.Rules;

internal sealed class EventRuleCases : RuleCases
{
    private const string Event = """
        aws:lambda/function:Function function {"name": "app"}
        aws:lambda/permission:Permission permission {"function": "app", "principal": "events.amazonaws.com"}
        aws:cloudwatch/eventRule:EventRule rule {"name": "app-nightly"}
        aws:cloudwatch/eventTarget:EventTarget target {"rule": "app-nightly", "arn": "@function.arn", "deadLetterConfig": {"arn": "arn:aws:sqs:x"}}
        """;

    private const string Schedule = """
        aws:iam/role:Role role {"assumeRolePolicy!": {"Statement": {"Effect": "Allow", "Principal": {"Service": "scheduler.amazonaws.com"}, "Action": "sts:AssumeRole"}}}
        aws:iam/rolePolicy:RolePolicy rights {"role": "@role.id", "policy!": {"Statement": {"Effect": "Allow", "Action": ["rds:StopDBInstance", "application-autoscaling:RegisterScalableTarget"], "Resource": "*"}}}
        aws:scheduler/schedule:Schedule schedule {"scheduleExpression": "cron(0 20 * * ? *)", "scheduleExpressionTimezone": "Asia/Tokyo", "target": {"arn": "arn:aws:scheduler:::aws-sdk:rds:stopDBInstance", "roleArn": "@role.arn", "deadLetterConfig": {"arn": "arn:aws:sqs:x"}}}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("events-rule-target", Event).FailsWithout("target").FailsWith("target", "rule", "\"other\""),
            new RuleCase("events-target-dead-letters", Event).FailsWith("target", "deadLetterConfig", null),
            new RuleCase("events-target-allowed", Event)
                .FailsWithout("permission")
                .FailsWith("permission", "principal", "\"s3.amazonaws.com\"")
                .FailsWithAlso(
                    """
                    aws:ecs/cluster:Cluster cluster {"name": "c"}
                    aws:cloudwatch/eventTarget:EventTarget task {"arn": "@cluster.arn"}
                    """
                )
                .PassesAs(
                    "a task with a role",
                    stack =>
                        stack.And(
                            """
                            aws:ecs/cluster:Cluster cluster {"name": "c"}
                            aws:cloudwatch/eventTarget:EventTarget task {"arn": "@cluster.arn", "roleArn": "arn:aws:iam::111111111111:role/run"}
                            """
                        )
                ),
            new RuleCase("scheduler-dead-letters", Schedule).FailsWith("schedule", "target.deadLetterConfig", null),
            new RuleCase("scheduler-role", Schedule)
                .FailsWith("role", "assumeRolePolicy!.Statement.Principal.Service", "\"events.amazonaws.com\"")
                .FailsWith("rights", "policy!.Statement.Action", "\"rds:StartDBInstance\"")
                .FailsWith("rights", "policy!.Statement.Effect", "\"Deny\"")
                .FailsWith("schedule", "target.arn", "\"arn:aws:scheduler:::aws-sdk:rds:startDBInstance\"")
                .FailsWith("schedule", "target.roleArn", "\"arn:aws:iam::111111111111:role/elsewhere\"")
                .CannotKnow("rights", "policy!")
                .CannotKnow("role", "assumeRolePolicy!")
                .CannotKnow("schedule", "target.roleArn")
                .PassesWith(
                    "schedule",
                    "target.arn",
                    "\"arn:aws:scheduler:::aws-sdk:applicationautoscaling:registerScalableTarget\""
                ),
            new RuleCase("scheduler-time-zone", Schedule)
                .FailsWith("schedule", "scheduleExpressionTimezone", null)
                .PassesAs(
                    "every hour",
                    stack => stack.And("""aws:scheduler/schedule:Schedule hourly {"scheduleExpression": "rate(1 hour)"}""")
                ),
        ];
}
