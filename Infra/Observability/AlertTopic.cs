using Infra.Naming;
using Pulumi;
using Pulumi.Aws.Sns;

namespace Infra.Observability;

/// <summary>One encrypted topic with its policy and its receivers.</summary>
internal sealed class AlertTopic : ComponentResource
{
    /// <summary>The ARN of the topic, known to the engine to come from it.</summary>
    public Output<string> Arn { get; }

    /// <summary>What the topic is called.</summary>
    public string TopicName { get; }

    /// <summary>What it is for: <c>alerts</c> or <c>warnings</c>.</summary>
    public string Role { get; }

    internal AlertTopic(
        string name,
        string role,
        AlertReceivers receivers,
        AlertTopicsArgs args,
        ComponentResourceOptions options
    )
        : base("idp:observability:AlertTopic", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var label = args.Context.Label;
        Role = role;
        TopicName = NameRule.Topic.Check(label.Name(role));

        var topic = new Topic(
            $"{name}-topic",
            new()
            {
                Name = TopicName,
                KmsMasterKeyId = args.KeyArn,
                Tags = label.NameTag(role),
            },
            child
        );
        var policy = new TopicPolicy(
            $"{name}-policy",
            new() { Arn = topic.Arn, Policy = TopicPolicies.For(args.Context, TopicName, args.Publishers) },
            child
        );

        foreach (var email in receivers.Emails)
            _ = new TopicSubscription(
                $"{name}-email-{email}",
                new()
                {
                    Topic = topic.Arn,
                    Protocol = "email",
                    Endpoint = email,
                },
                child
            );
        foreach (var url in receivers.Https)
            _ = new TopicSubscription(
                $"{name}-https-{url}",
                new()
                {
                    Topic = topic.Arn,
                    Protocol = "https",
                    Endpoint = url,
                    // Paging services answer the confirmation themselves; the provider waits for it.
                    EndpointAutoConfirms = true,
                },
                child
            );

        // Who waits for the ARN also waits for the policy: an alarm that fires in between would be lost.
        Arn = Output.Tuple(topic.Arn, policy.Id).Apply(made => made.Item1);
        RegisterOutputs(new Dictionary<string, object?> { ["arn"] = Arn });
    }
}
