using System.Collections.Immutable;
using Infra.Observability;

namespace Infra.Settings.Observability;

/// <summary>Settings of the receivers of one topic.</summary>
internal sealed record AlertReceiverSettings
{
    [Setting(
        "Addresses of people. Each must follow a link in the first mail, or gets nothing.",
        Form = "addresses such as team@example.com"
    )]
    public ImmutableArray<string> Emails { get; init; } = [];

    [Setting(
        "Addresses of paging services, which confirm the subscription themselves.",
        Form = "addresses beginning with https://"
    )]
    public ImmutableArray<string> Https { get; init; } = [];

    [Setting("A Slack channel, none by default.", Form = "an id such as C0123456789", Pattern = SlackId.ChannelPattern)]
    public string? SlackChannelId { get; init; }

    /// <summary>The same as the topics take it.</summary>
    public AlertReceivers Receivers =>
        new()
        {
            Emails = Emails,
            Https = Https,
            SlackChannelId = SlackChannelId,
        };
}
