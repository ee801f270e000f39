using System.Collections.Immutable;
using Infra.Policies;
using Infra.Security;
using Pulumi;
using Pulumi.Aws.Chatbot;

namespace Infra.Observability;

/// <summary>
/// Shows alerts in Slack channels. What people type there can look at alarms and graphs and do nothing else. The workspace must have been
/// authorised once by hand; without that the channels cannot be made.
/// </summary>
internal sealed class SlackAlerts : ComponentResource
{
    private const string Purpose = "slack";

    // The API exists in four regions only, and every one of them configures channels for topics of all regions.
    private const string ApiRegion = "us-east-2";

    // What a channel is given without a guardrail is AdministratorAccess.
    private const string Guardrail = "policy/CloudWatchReadOnlyAccess";

    internal SlackAlerts(
        string name,
        string teamId,
        ImmutableArray<(AlertTopic Topic, AlertSeverity Severity, AlertReceivers Receivers)> topics,
        AlertTopicsArgs args,
        ComponentResourceOptions options
    )
        : base("idp:observability:SlackAlerts", $"{name}-{Purpose}", options)
    {
        var child = new CustomResourceOptions { Parent = this };
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

        // Two severities may share a channel, which AWS accepts only once.
        foreach (var channel in topics.Where(topic => topic.Receivers.SlackChannelId is not null).GroupBy(Channel))
            _ = new SlackChannelConfiguration(
                $"{name}-slack-{channel.Key}",
                new()
                {
                    ConfigurationName = context.Label.Name(string.Join('-', channel.Select(topic => topic.Topic.Role))),
                    Region = ApiRegion,
                    SlackTeamId = teamId,
                    SlackChannelId = channel.Key,
                    IamRoleArn = role.Arn,
                    GuardrailPolicyArns = [$"arn:{context.Partition}:iam::aws:{Guardrail}"],
                    LoggingLevel = "ERROR",
                    SnsTopicArns =
                    [
                        .. channel.Select(topic => topic.Topic.Arn),
                        .. channel.SelectMany(topic => Elsewhere(args, topic.Severity)),
                    ],
                    Tags = context.Label.NameTag(Purpose),
                },
                child
            );
        RegisterOutputs();
    }

    private static IEnumerable<Output<string>> Elsewhere(AlertTopicsArgs args, AlertSeverity severity) =>
        args.Elsewhere.TryGetValue(severity, out var arn) ? [arn] : [];

    private static string Channel((AlertTopic Topic, AlertSeverity Severity, AlertReceivers Receivers) topic) =>
        topic.Receivers.SlackChannelId!;

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
