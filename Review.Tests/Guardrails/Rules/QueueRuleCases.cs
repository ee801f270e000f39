namespace Review.Tests.Guardrails.Rules;

internal sealed class QueueRuleCases : RuleCases
{
    private const string Jobs = """
        aws:sqs/queue:Queue failed {"name": "jobs-failed", "sqsManagedSseEnabled": true, "messageRetentionSeconds": 1209600, "policy!": {"Statement": {"Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}}}
        aws:sqs/queue:Queue jobs {"name": "jobs", "kmsMasterKeyId": "arn:aws:kms:x", "visibilityTimeoutSeconds": 180, "redrivePolicy!": {"deadLetterTargetArn": "@failed.arn", "maxReceiveCount": 5}}
        aws:sqs/queuePolicy:QueuePolicy policy {"queueUrl": "@jobs.id", "policy!": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sqs:SendMessage"}, {"Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}}
        aws:lambda/function:Function worker {"name": "worker", "timeout": 30}
        aws:lambda/eventSourceMapping:EventSourceMapping mapping {"eventSourceArn": "@jobs.arn", "functionName": "@worker.arn"}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("SQS.1", Jobs)
                .FailsWith("jobs", "kmsMasterKeyId", null)
                .FailsWith("failed", "sqsManagedSseEnabled", "false")
                .FailsWith("failed", "sqsManagedSseEnabled", null)
                .CannotKnow("failed", "sqsManagedSseEnabled"),
            new RuleCase("SQS.3", Jobs)
                .FailsWith("policy", "policy!.Statement.0.Principal", "\"*\"")
                .FailsWith("failed", "policy!.Statement.Effect", "\"Allow\"")
                .CannotKnow("policy", "policy!"),
            new RuleCase("sqs-tls", Jobs)
                .FailsWithout("policy")
                .FailsWith("policy", "policy!.Statement.1.Action", "\"sqs:SendMessage\"")
                .FailsWith("policy", "policy!.Statement.1.Action", "\"sqs:ReceiveMessage\"")
                .FailsWith("policy", "policy!.Statement.1.Effect", "\"Allow\"")
                .CannotKnow("policy", "policy!"),
            new RuleCase("sqs-dead-letters", Jobs)
                .FailsWithAlso("""aws:sqs/queue:Queue other {"name": "other"}""")
                .FailsWith("jobs", "redrivePolicy!.maxReceiveCount", "1")
                .FailsWithAlso("""aws:sqs/queue:Queue nowhere {"redrivePolicy!": {"maxReceiveCount": 5}}""")
                .PassesAs(
                    "with a resource of its own",
                    stack =>
                        stack
                            .And("""aws:sqs/queue:Queue other {"name": "other"}""")
                            .And("""aws:sqs/redrivePolicy:RedrivePolicy redrive {"queueUrl": "@other.id"}""")
                ),
            new RuleCase("sqs-failures-kept", Jobs)
                .FailsWith("failed", "messageRetentionSeconds", "345600")
                .FailsWith("failed", "messageRetentionSeconds", null)
                .CannotKnow("failed", "messageRetentionSeconds"),
            new RuleCase("sqs-visibility", Jobs)
                .FailsWith("jobs", "visibilityTimeoutSeconds", "179")
                .FailsWith("jobs", "visibilityTimeoutSeconds", null)
                .FailsWith("worker", "timeout", "31")
                .CannotKnow("worker", "timeout")
                .CannotKnow("jobs", "visibilityTimeoutSeconds")
                .PassesAs(
                    "a stream",
                    stack =>
                        stack.And(
                            """aws:lambda/eventSourceMapping:EventSourceMapping stream {"eventSourceArn": "arn:aws:dynamodb:x", "functionName": "@worker.arn"}"""
                        )
                )
                .PassesAs(
                    "both left out",
                    stack => stack.With("jobs", "visibilityTimeoutSeconds", null).With("worker", "timeout", null)
                ),
        ];
}
