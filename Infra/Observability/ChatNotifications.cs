using Infra.Policies;
using Infra.Security;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Chatbot;

namespace Infra.Observability;

/// <summary>
/// Shows topics in Slack channels (Amazon Q Developer in chat applications, once AWS Chatbot). What people type there can look at alarms and
/// graphs and do nothing else. The workspace must have been authorised once by hand; without that the channels cannot be made.
/// </summary>
internal sealed class ChatNotifications : ComponentResource
{
    private const string Purpose = "slack";

    // What it was called before it could be used without topics of alerts.
    private const string FormerType = "idp:observability:SlackAlerts";

    // The API exists in four regions only, and every one of them configures channels for topics of all regions.
    private const string ApiRegion = "us-east-2";

    /// <summary>Makes the channels.</summary>
    /// <param name="name">The children's names begin with it and <c>-slack</c>; the component's own has that behind it too.</param>
    /// <param name="args">The channels.</param>
    /// <param name="options">The parent.</param>
    public ChatNotifications(string name, ChatNotificationsArgs args, ComponentResourceOptions? options = null)
        : base(
            "idp:observability:ChatNotifications",
            $"{name}-{Purpose}",
            ComponentResourceOptions.Merge(options, new() { Aliases = { new Alias { Type = FormerType } } })
        )
    {
        args.Validate().ThrowIfAny(this);
        var context = args.Context;
        var role = new ServiceRole(
            $"{name}-slack-role",
            new()
            {
                Context = context,
                Role = Purpose,
                Description = "Lets Slack channels look at alarms",
                Service = "chatbot.amazonaws.com",
                SourceArn = $"arn:{context.Partition}:chatbot::{context.AccountId}:*",
                Policy = LookOnly(),
            },
            this
        );
        foreach (var (id, channel) in args.Channels)
            _ = new SlackChannelConfiguration(
                $"{name}-slack-{id}",
                new()
                {
                    ConfigurationName = context.Label.Name(channel.Role),
                    Region = ApiRegion,
                    SlackTeamId = args.TeamId,
                    SlackChannelId = id,
                    IamRoleArn = role.Arn,
                    GuardrailPolicyArns =
                    [
                        .. args.Guardrails.Select(policy => $"arn:{context.Partition}:iam::aws:policy/{policy}"),
                    ],
                    LoggingLevel = "ERROR", // into a group that AWS makes in us-east-1
                    SnsTopicArns = [.. channel.TopicArns],
                    Tags = context.Label.NameTag(Purpose),
                },
                new() { Parent = this }
            );
        RegisterOutputs();
    }

    // Alarms and metrics have no resource to name in these actions.
    private static string LookOnly() =>
        PolicyDocument.Of(
            new Statement("LookAtAlarms")
            {
                Actions =
                [
                    "cloudwatch:DescribeAlarmHistory",
                    "cloudwatch:DescribeAlarms",
                    "cloudwatch:GetMetricData",
                    "cloudwatch:GetMetricWidgetImage",
                ],
            }
        );
}
