using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Observability;

/// <summary>What <see cref="AlertTopics"/> need.</summary>
internal sealed record AlertTopicsArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>
    /// The key that encrypts the messages. Its policy must let the publishers decrypt and generate data keys, or alarms vanish without a word.
    /// </summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>Who may publish besides the account. Default: alarms and event rules, which is what these systems have.</summary>
    public ImmutableArray<AlertPublisher> Publishers { get; init; } = [AlertPublisher.CloudWatch, AlertPublisher.Events];

    /// <summary>
    /// Whether warnings have a topic of their own, so that they wake nobody. Default: true. Otherwise all alerts share one topic, whose
    /// receivers are those of critical alerts.
    /// </summary>
    public bool WarningsApart { get; init; } = true;

    /// <summary>Who is woken by critical and high alerts. Default: nobody.</summary>
    public AlertReceivers Critical { get; init; } = AlertReceivers.Nobody;

    /// <summary>Who reads the warnings. Default: nobody.</summary>
    public AlertReceivers Warning { get; init; } = AlertReceivers.Nobody;

    /// <summary>
    /// Id of a Slack workspace such as <c>T0123456789</c>, which somebody has authorised once by hand in the console of Amazon Q Developer in
    /// chat applications. Default: none, so no channel may be named either.
    /// </summary>
    public string? SlackTeamId { get; init; }

    /// <summary>
    /// Topics of another region, by severity, that the Slack channels show too: AWS takes a channel once, for topics of all regions.
    /// Default: none.
    /// </summary>
    public ImmutableSortedDictionary<AlertSeverity, Output<string>> Elsewhere { get; init; } =
        ImmutableSortedDictionary<AlertSeverity, Output<string>>.Empty;

    /// <summary>Whether it is warned of when nobody hears critical alerts. Default: false.</summary>
    public bool MustBeHeard { get; init; }

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var problem in Critical.Validate())
            yield return problem.Under("critical");
        foreach (var problem in Warning.Validate())
            yield return problem.Under("warning");
        if (!WarningsApart && !Warning.IsNobody)
            yield return new(
                "warning",
                "receivers",
                "none while warningsApart is false",
                "all alerts share the topic of critical ones: name the receivers there"
            );
        var channels = new[] { Critical.SlackChannelId, Warning.SlackChannelId }.OfType<string>().ToList();
        if (SlackTeamId is null && channels.Count > 0)
            yield return new("slackTeamId", null, $"the workspace of {Spelling.List(channels, "and")}", "a channel needs it");
        if (SlackTeamId is { } team && !SlackId.IsTeam(team))
            yield return new("slackTeamId", team, "an id such as T0123456789", "copy it from the address of the workspace");
        if (!Publishers.Contains(AlertPublisher.CloudWatch))
            yield return new(
                "publishers",
                Publishers.Select(publisher => publisher.Service),
                "cloudwatch.amazonaws.com among them",
                "no alarm would arrive"
            );
    }
}
