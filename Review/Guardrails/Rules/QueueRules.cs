using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>SQS queues: nobody else reads them, and nothing in them is lost.</summary>
internal sealed class QueueRules : GuardrailTable
{
    private const string Policy = "aws:sqs/queuePolicy:QueuePolicy";
    private const string Mapping = "aws:lambda/eventSourceMapping:EventSourceMapping";

    // The longest that SQS keeps a message: 14 days, in seconds; and what it takes where nothing is said: 4 days.
    private const int LongestKept = 1_209_600;
    private const int Kept = 345_600;

    // What SQS and Lambda take where nothing is said, in seconds; and how many times as long as the function AWS wants a message hidden.
    private const double Hidden = 30;
    private const double Running = 3;
    private const double Margin = 6;

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("SQS.1", Grade.Medium, Tokens.Queue, "Queues say how they are encrypted")
            {
                Reason = "Messages lie on disk for days, with whatever the program put into them.",
                Fix = "Set kmsMasterKeyId to a key of the stack, or sqsManagedSseEnabled: true.",
                Also = ["CKV_AWS_27", "AwsSolutions-SQS2"],
                Check = queue =>
                    queue.IsSet("kmsMasterKeyId", "a KMS key, or sqsManagedSseEnabled: true")
                    | queue.Is("sqsManagedSseEnabled", true),
            },
            new("SQS.3", Grade.Critical, Tokens.Queue, "Queues let nobody in who is not named")
            {
                Reason = "Anybody sends orders to the program behind the queue, or reads them.",
                Fix = "Name the principal in the queue's policy, or add a condition on aws:SourceArn.",
                Also = ["CKV_AWS_168"],
                When = queue => Holder(queue) is not null,
                Check = queue =>
                    Holder(queue)!
                        .Statements(ResourcePolicy.Property, statement => statement.IsPublic ? "lets everybody in" : null),
            },
            new("sqs-tls", Grade.Medium, Tokens.Queue, "Queues answer over TLS only")
            {
                Reason = "A message sent without TLS is readable and changeable on the way.",
                Fix = "Add a Deny of sqs:* for everybody with Bool aws:SecureTransport: false to the queue's policy.",
                Also = ["AwsSolutions-SQS4"],
                Check = queue =>
                    Holder(queue)
                        ?.AnyStatement(
                            ResourcePolicy.Property,
                            statement =>
                                statement.RefusesPlainText
                                && statement.Covers("sqs:SendMessage")
                                && statement.Covers("sqs:ReceiveMessage"),
                            "a Deny of sqs:* where aws:SecureTransport is false"
                        )
                    ?? Verdict.Fail("policy: got none, want a QueuePolicy that refuses what comes without TLS"),
            },
            new("sqs-dead-letters", Grade.Medium, Tokens.Queue, "What a program cannot work off goes into a queue of failures")
            {
                Reason = "A message that always fails is tried until its time is over, holds up the others, and is lost.",
                Fix = "Set redrivePolicy with deadLetterTargetArn and maxReceiveCount: 3 or more.",
                Also = ["AwsSolutions-SQS3"],
                When = queue => !FailureQueues.Holds(queue),
                Check = queue =>
                    queue.ReferredBy("aws:sqs/redrivePolicy:RedrivePolicy", "queueUrl").Any()
                        ? Verdict.Pass
                        : queue.AskDocument(
                            "redrivePolicy",
                            redrive =>
                                redrive["deadLetterTargetArn"].IsEmpty
                                    ? Verdict.Fail("redrivePolicy: got none, want one with deadLetterTargetArn")
                                    : Verdict.Of(
                                        redrive["maxReceiveCount"].Number >= 2,
                                        "redrivePolicy.maxReceiveCount: got less than 2, want 2 or more"
                                    )
                        ),
            },
            new("sqs-failures-kept", Grade.Low, Tokens.Queue, "Queues of failures keep what they have for 14 days")
            {
                Reason =
                    "A message keeps the age it had in the first queue; after a long weekend it is gone before anybody looked.",
                Fix = "Set messageRetentionSeconds: 1209600.",
                When = FailureQueues.Holds,
                Check = queue => queue.AtLeast("messageRetentionSeconds", LongestKept, absent: Kept),
            },
            new("sqs-visibility", Grade.Medium, Mapping, "Messages stay hidden while a function works on them")
            {
                Reason = "A message that shows up again while it is worked on is worked on twice.",
                Fix = "Set visibilityTimeoutSeconds of the queue to six times the function's timeout.",
                When = mapping =>
                    mapping.Referred("eventSourceArn", Tokens.Queue).Any()
                    && mapping.Referred("functionName", Tokens.Function).Any(),
                Check = Visibility,
            },
        ];

    private static Resource? Holder(Resource queue) => ResourcePolicy.HolderOf(queue, Policy, "queueUrl");

    private static Verdict Visibility(Resource mapping)
    {
        var timeout = mapping.Referred("functionName", Tokens.Function).First()["timeout"];
        var queue = mapping.Referred("eventSourceArn", Tokens.Queue).First();
        return timeout.IsUnknown
            ? Verdict.CannotKnow("the timeout of the function is known only after the deployment")
            : queue.AtLeast("visibilityTimeoutSeconds", Margin * (timeout.Number ?? Running), absent: Hidden);
    }
}
