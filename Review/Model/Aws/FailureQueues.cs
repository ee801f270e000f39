namespace Review.Model.Aws;

/// <summary>Queues that hold what others could not deliver or work off.</summary>
internal static class FailureQueues
{
    private static readonly (string Type, string Property)[] Senders =
    [
        (Tokens.EventTarget, "deadLetterConfig"),
        (Tokens.Function, "deadLetterConfig"),
        (Tokens.Queue, "redrivePolicy"),
        ("aws:lambda/eventSourceMapping:EventSourceMapping", "destinationConfig"),
        ("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", "destinationConfig"),
        ("aws:scheduler/schedule:Schedule", "target"),
        ("aws:sns/topicSubscription:TopicSubscription", "redrivePolicy"),
        ("aws:sqs/redrivePolicy:RedrivePolicy", "redrivePolicy"),
    ];

    /// <summary>Whether a queue holds failures of something in the stack.</summary>
    public static bool Holds(Resource queue) => Senders.Any(sender => queue.ReferredBy(sender.Type, sender.Property).Any());
}
