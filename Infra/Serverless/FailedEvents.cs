using Infra.Naming;
using Infra.Policies;
using Infra.Settings;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Sqs;

namespace Infra.Serverless;

/// <summary>
/// The queue of events that a function was called with asynchronously and failed at for good. Nothing reads it but people: an event is sent
/// again by hand once the fault is mended.
/// </summary>
internal sealed class FailedEvents : ComponentResource
{
    /// <summary>The longest that SQS keeps a message.</summary>
    public const int LongestDays = 14;

    /// <summary>The name, known before anything is deployed.</summary>
    public string QueueName { get; }

    /// <summary>The ARN, from the queue, so that it is there first.</summary>
    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>Makes the queue.</summary>
    public FailedEvents(string name, FailedEventsArgs args, ComponentResourceOptions? options = null)
        : base("idp:serverless:FailedEvents", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var child = new CustomResourceOptions { Parent = this };
        QueueName = NameOf(args.Context, args.Role);

        var queue = new Queue(
            $"{name}-queue",
            new()
            {
                Name = QueueName,
                MessageRetentionSeconds = args.RetentionDays * 86_400,
                KmsMasterKeyId = args.KeyArn,
                Tags = args.Context.Label.NameTag($"{args.Role}-failed"),
            },
            child
        );
        _ = new QueuePolicy(
            $"{name}-policy",
            new()
            {
                QueueUrl = queue.Id,
                Policy = PolicyDocument.Of(
                    new Statement("NeverInTheClear")
                    {
                        Principal = Principal.Anybody,
                        Actions = ["sqs:*"],
                        Resources = [ArnOf(args.Context, args.Role)],
                        Conditions = [new("Bool", "aws:SecureTransport", "false")],
                    }.Deny()
                ),
            },
            child
        );
        Arn = queue.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["arn"] = Arn });
    }

    /// <summary>The name of the queue of a role.</summary>
    public static string NameOf(StackContext context, string role) => NameRule.Queue.Check(context.Label.Name($"{role}-failed"));

    /// <summary>Its ARN, known before anything is deployed, for policies.</summary>
    public static string ArnOf(StackContext context, string role) => context.Arn("sqs", NameOf(context, role));
}
