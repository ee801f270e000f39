using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;

namespace Infra.Observability;

/// <summary>What <see cref="ChatNotifications"/> need.</summary>
internal sealed record ChatNotificationsArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>
    /// Id of a Slack workspace such as <c>T0123456789</c>, which somebody has authorised once by hand in the console of Amazon Q Developer in
    /// chat applications.
    /// </summary>
    public required string TeamId { get; init; }

    /// <summary>The channels by their ids. A channel is here once, for topics of all regions: AWS takes it only once.</summary>
    public required ImmutableSortedDictionary<string, ChatChannel> Channels { get; init; }

    /// <summary>
    /// Managed policies of AWS that bound what anybody may do from a channel, by their paths. Default: looking at CloudWatch. Without any AWS
    /// gives AdministratorAccess, so none is refused.
    /// </summary>
    public ImmutableArray<string> Guardrails { get; init; } = ["CloudWatchReadOnlyAccess"];

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (!SlackId.IsTeam(TeamId))
            yield return new("teamId", TeamId, "an id such as T0123456789", "copy it from the address of the workspace");
        foreach (var (id, channel) in Channels)
        {
            if (!SlackId.IsChannel(id))
                yield return new($"channels.{id}", id, "an id such as C0123456789", "copy it from the details of the channel");
            if (channel.TopicArns.IsDefaultOrEmpty)
                yield return new($"channels.{id}.topicArns", "none", "a topic or more", "the channel would show nothing");
        }
        foreach (var twice in Channels.Values.GroupBy(channel => channel.Role).Where(same => same.Count() > 1))
            yield return new("channels", $"{twice.Count()} for {twice.Key}", "each role once", "AWS names channels after it");
        if (Guardrails.IsDefaultOrEmpty)
            yield return new("guardrails", "none", "a policy such as ReadOnlyAccess", "AWS would give AdministratorAccess");
        foreach (
            var wide in Guardrails.IsDefault
                ? []
                : Guardrails.Where(policy => !policy.Contains("ReadOnly", StringComparison.Ordinal))
        )
            yield return new(
                "guardrails",
                wide,
                "policies that only look, with ReadOnly in their names",
                "channels change nothing"
            );
    }
}
