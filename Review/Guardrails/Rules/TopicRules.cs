using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>SNS topics: who publishes, who listens, and who else could.</summary>
internal sealed class TopicRules : GuardrailTable
{
    private const string Policy = "aws:sns/topicPolicy:TopicPolicy";
    private const string Subscription = "aws:sns/topicSubscription:TopicSubscription";
    private const string Permission = "aws:lambda/permission:Permission";
    private const string Sender = "sns.amazonaws.com";

    // Services that SNS's own policy lets in where the stack writes none.
    private const string Trusted = "cloudwatch.amazonaws.com";

    // What AWS Chatbot and Q Developer listen with.
    private const string Chat = "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration";

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("SNS.1", Grade.Medium, Tokens.Topic, "Topics are encrypted with a key of the account")
            {
                Reason =
                    "Messages lie in plain text in SNS until they are delivered; with alias/aws/sns no alarm or event can publish.",
                Fix = "Set kmsMasterKeyId to a key of the stack whose policy lets the publishers in.",
                Also = ["CKV_AWS_26", "AwsSolutions-SNS2"],
                Check = topic =>
                    topic.IsSet("kmsMasterKeyId", "a KMS key of the stack")
                    & Verdict.Of(
                        topic["kmsMasterKeyId"].Text != "alias/aws/sns",
                        "kmsMasterKeyId: got alias/aws/sns, want a key of the stack"
                    ),
            },
            new("SNS.2", Grade.Medium, Subscription, "Deliveries that programs need leave a record")
            {
                Reason = "A message that a function or queue refused is gone, and nothing says that there was one.",
                Fix =
                    "Set the failure feedback role of the protocol on the topic, such as lambdaFailureFeedbackRoleArn, or redrivePolicy on the subscription.",
                // Mail and text messages have no such record.
                When = subscription => Feedback(subscription) is not null,
                Check = subscription =>
                    subscription.IsSet("redrivePolicy", "a queue for what fails")
                    | Verdict.All(
                        subscription
                            .Referred("topic", Tokens.Topic)
                            .Take(1)
                            .Select(topic => topic.IsSet(Feedback(subscription)!, "a role that writes the log"))
                            .DefaultIfEmpty(Verdict.CannotKnow("the topic is not in this stack"))
                    ),
            },
            new("SNS.4", Grade.High, Tokens.Topic, "Topics let nobody in who is not named")
            {
                Reason = "Anybody can send false alarms, or listen to the true ones.",
                Fix = "Name the principal in the topic's policy, or add a condition on aws:SourceAccount.",
                Also = ["CKV_AWS_169", "CKV_AWS_385"],
                When = topic => Holder(topic) is not null,
                Check = topic =>
                    Holder(topic)!
                        .Statements(ResourcePolicy.Property, statement => statement.IsPublic ? "lets everybody in" : null),
            },
            new("sns-tls", Grade.Medium, Tokens.Topic, "Topics take messages over TLS only")
            {
                Reason = "A message sent without TLS is readable and changeable on the way.",
                Fix = "Add a Deny of sns:Publish for everybody with Bool aws:SecureTransport: false to the topic's policy.",
                Also = ["AwsSolutions-SNS3"],
                Check = topic =>
                    Holder(topic)
                        ?.AnyStatement(
                            ResourcePolicy.Property,
                            statement => statement.RefusesPlainText && statement.Covers("sns:Publish"),
                            "a Deny of sns:Publish where aws:SecureTransport is false"
                        )
                    ?? Verdict.Fail("policy: got none, want a TopicPolicy that refuses what comes without TLS"),
            },
            new("sns-publishers", Grade.High, Tokens.Topic, "Topics let in every service that publishes")
            {
                Reason = "Alarms, budgets and events are dropped without a word.",
                Fix = "Allow the service sns:Publish in the topic's policy, with the condition aws:SourceAccount.",
                When = topic => Publishers.Of(topic).Any(),
                Check = topic => Verdict.All(Publishers.Of(topic).Select(sender => MayPublish(topic, sender.Service, sender.By))),
            },
            new("sns-topic-heard", Grade.Medium, Tokens.Topic, "Somebody listens to every topic")
            {
                Reason = "Alarms ring, and nobody hears them.",
                Fix =
                    "Add an aws:sns:TopicSubscription or a chat configuration. Where people subscribe by hand, waive with the name of who checks it.",
                Check = topic =>
                    Verdict.Of(
                        topic.ReferredBy(Subscription, "topic").Any() || topic.ReferredBy(Chat, "snsTopicArns").Any(),
                        "subscriptions: got none in the stack, want one"
                    ),
            },
            new("sns-subscription-tls", Grade.Medium, Subscription, "Topics deliver over TLS")
            {
                Reason = "Everybody on the way reads what is delivered to an http address.",
                Fix = "Use protocol: https.",
                Check = subscription =>
                    subscription.Ask(
                        "protocol",
                        protocol => protocol.Text is { Length: > 0 } and not "http",
                        "another protocol than http"
                    ),
            },
            new(
                "sns-subscription-allowed",
                Grade.High,
                Subscription,
                "Functions and queues let in the topics that they listen to"
            )
            {
                Reason = "SNS is refused at the door, tries for a while, and drops the message.",
                Fix =
                    "Add an aws:lambda:Permission with principal sns.amazonaws.com, or allow it sqs:SendMessage in the queue's policy.",
                When = subscription => subscription["protocol"].Text is "lambda" or "sqs",
                FollowsReferences = true,
                Check = Allowed,
            },
        ];

    private static Resource? Holder(Resource topic) => ResourcePolicy.HolderOf(topic, Policy, "arn");

    private static string? Feedback(Resource subscription) =>
        subscription["protocol"].Text switch
        {
            "lambda" => "lambdaFailureFeedbackRoleArn",
            "sqs" => "sqsFailureFeedbackRoleArn",
            "http" or "https" => "httpFailureFeedbackRoleArn",
            "firehose" => "firehoseFailureFeedbackRoleArn",
            _ => null,
        };

    private static Verdict MayPublish(Resource topic, string service, Resource by) =>
        Holder(topic) is not { } holder
            ? Verdict.Of(service == Trusted, $"policy: got none, want a TopicPolicy that lets {service} publish for {by.Name}")
            : holder.AnyStatement(
                ResourcePolicy.Property,
                statement => statement.Allows && statement.IsForService(service) && statement.Covers("sns:Publish"),
                $"one that lets {service} publish for {by.Name}"
            );

    private static Verdict Allowed(Resource subscription)
    {
        if (subscription.Referred("endpoint", Tokens.Function).FirstOrDefault() is { } function)
            return Verdict.Of(
                function.ReferredBy(Permission, "function").Any(permission => permission["principal"].Text == Sender),
                $"endpoint: got {function.Name} without a Permission for {Sender}, want one"
            );
        if (subscription.Referred("endpoint", Tokens.Queue).FirstOrDefault() is not { } queue)
            return Verdict.CannotKnow("the endpoint is not in this stack");
        return ResourcePolicy
                .HolderOf(queue, "aws:sqs/queuePolicy:QueuePolicy", "queueUrl")
                ?.AnyStatement(
                    ResourcePolicy.Property,
                    statement => statement.Allows && statement.IsForService(Sender) && statement.Covers("sqs:SendMessage"),
                    $"one that lets {Sender} send to {queue.Name}"
                )
            ?? Verdict.Fail($"endpoint: got {queue.Name} without a policy, want one that lets {Sender} send");
    }
}
