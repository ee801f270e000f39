using Pulumi;
using Pulumi.Aws.SesV2;
using Pulumi.Aws.SesV2.Inputs;

namespace Infra.Mail;

/// <summary>The configuration set: how mail is sent, and who hears of what became of it.</summary>
internal static class SendingRules
{
    private static readonly string[] Counted = ["BOUNCE", "COMPLAINT", "DELIVERY", "REJECT", "SEND"];
    private static readonly string[] Troubles = ["BOUNCE", "COMPLAINT", "REJECT", "RENDERING_FAILURE"];

    /// <summary>Makes it and gives its name.</summary>
    public static Output<string> Make(string name, MailIdentityArgs args, Resource parent)
    {
        var child = new CustomResourceOptions { Parent = parent };
        var set = new ConfigurationSet(
            $"{name}-rules",
            new()
            {
                ConfigurationSetName = args.Context.Label.ConfigurationSet("mail"),
                // Codes and passwords of invitations never travel in the clear; a server without TLS gets none.
                DeliveryOptions = new ConfigurationSetDeliveryOptionsArgs { TlsPolicy = "REQUIRE" },
                ReputationOptions = new ConfigurationSetReputationOptionsArgs { ReputationMetricsEnabled = true },
                SendingOptions = new ConfigurationSetSendingOptionsArgs { SendingEnabled = true },
                // AWS stops accounts that go on writing to addresses that bounce or complain.
                SuppressionOptions = new ConfigurationSetSuppressionOptionsArgs { SuppressedReasons = ["BOUNCE", "COMPLAINT"] },
                Tags = args.Context.Label.NameTag("mail"),
            },
            child
        );
        Tell(
            "metrics",
            new()
            {
                Enabled = true,
                MatchingEventTypes = Counted,
                CloudWatchDestination = new ConfigurationSetEventDestinationEventDestinationCloudWatchDestinationArgs
                {
                    DimensionConfigurations =
                        new ConfigurationSetEventDestinationEventDestinationCloudWatchDestinationDimensionConfigurationArgs
                        {
                            // SES puts this tag on every mail itself.
                            DimensionName = "ses:configuration-set",
                            DimensionValueSource = "MESSAGE_TAG",
                            DefaultDimensionValue = "none",
                        },
                },
            }
        );
        if (args.EventTopicArn is { } topic)
            Tell(
                "troubles",
                new()
                {
                    Enabled = true,
                    MatchingEventTypes = Troubles,
                    SnsDestination = new ConfigurationSetEventDestinationEventDestinationSnsDestinationArgs { TopicArn = topic },
                }
            );
        return set.ConfigurationSetName;

        void Tell(string role, ConfigurationSetEventDestinationEventDestinationArgs destination) =>
            _ = new ConfigurationSetEventDestination(
                $"{name}-{role}",
                new()
                {
                    ConfigurationSetName = set.ConfigurationSetName,
                    EventDestinationName = role,
                    EventDestination = destination,
                },
                child
            );
    }
}
