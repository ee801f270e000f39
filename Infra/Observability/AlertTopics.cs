using System.Collections.Immutable;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Sns;

namespace Infra.Observability;

/// <summary>
/// Where alerts go: one topic that wakes people and, unless they share it, one for warnings; encrypted, closed to everything that does not publish alerts, with
/// their receivers.
/// </summary>
internal sealed class AlertTopics : ComponentResource
{
    private const string Unheard =
        "alarms ring and nobody hears them; alerts.critical takes addresses of people (emails), of a paging service (https) or a Slack channel";

    /// <summary>The ARN of the topic for each severity.</summary>
    public ImmutableSortedDictionary<AlertSeverity, Output<string>> Arns { get; }

    /// <summary>The name of the topic for each severity.</summary>
    public ImmutableSortedDictionary<AlertSeverity, string> Names { get; }

    /// <summary>Makes the topics.</summary>
    public AlertTopics(string name, AlertTopicsArgs args, ComponentResourceOptions? options = null)
        : base("idp:observability:AlertTopics", name, options)
    {
        args.Validate().ThrowIfAny(this);
        if (args is { MustBeHeard: true, Critical.IsNobody: true })
            Log.Warn(Unheard, this);
        var child = new ComponentResourceOptions { Parent = this };

        var alerts = new AlertTopic($"{name}-alerts", "alerts", args.Critical, args, child);
        var warnings = args.WarningsApart ? new AlertTopic($"{name}-warnings", "warnings", args.Warning, args, child) : alerts;
        if (args.SlackTeamId is { } team)
            _ = new ChatNotifications(
                name,
                new()
                {
                    Context = args.Context,
                    TeamId = team,
                    Channels = Channels(
                        args,
                        args.WarningsApart
                            ? [(alerts, AlertSeverity.Critical, args.Critical), (warnings, AlertSeverity.Warning, args.Warning)]
                            : [(alerts, AlertSeverity.Critical, args.Critical)]
                    ),
                },
                child
            );

        var topics = new Dictionary<AlertSeverity, AlertTopic>
        {
            [AlertSeverity.Critical] = alerts,
            [AlertSeverity.High] = alerts,
            [AlertSeverity.Warning] = warnings,
        };
        Arns = topics.ToImmutableSortedDictionary(topic => topic.Key, topic => topic.Value.Arn);
        Names = topics.ToImmutableSortedDictionary(topic => topic.Key, topic => topic.Value.TopicName);
        RegisterOutputs(new Dictionary<string, object?> { ["alertsArn"] = alerts.Arn, ["warningsArn"] = warnings.Arn });
    }

    // Two severities may share a channel, which AWS accepts only once.
    private static ImmutableSortedDictionary<string, ChatChannel> Channels(
        AlertTopicsArgs args,
        (AlertTopic Topic, AlertSeverity Severity, AlertReceivers Receivers)[] topics
    ) =>
        topics
            .Where(topic => topic.Receivers.SlackChannelId is not null)
            .GroupBy(topic => topic.Receivers.SlackChannelId!)
            .ToImmutableSortedDictionary(
                channel => channel.Key,
                channel => new ChatChannel(
                    string.Join('-', channel.Select(topic => topic.Topic.Role)),
                    [
                        .. channel.Select(topic => (Input<string>)topic.Topic.Arn),
                        .. channel.SelectMany(topic => Elsewhere(args, topic.Severity)),
                    ]
                ),
                StringComparer.Ordinal
            );

    private static IEnumerable<Input<string>> Elsewhere(AlertTopicsArgs args, AlertSeverity severity) =>
        args.Elsewhere.TryGetValue(severity, out var arn) ? [arn] : [];
}
