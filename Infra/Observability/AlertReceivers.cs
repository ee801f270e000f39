using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Observability;

/// <summary>Who gets the alerts of one topic.</summary>
internal sealed partial record AlertReceivers
{
    /// <summary>Nobody: alerts are to be seen in the console only.</summary>
    public static readonly AlertReceivers Nobody = new();

    /// <summary>
    /// Addresses of people. AWS writes to each and sends nothing before the link in that mail has been followed, which no program can do.
    /// </summary>
    public ImmutableArray<string> Emails { get; init; } = [];

    /// <summary>Addresses of paging services, which confirm the subscription themselves.</summary>
    public ImmutableArray<string> Https { get; init; } = [];

    /// <summary>Id of a Slack channel such as <c>C0123456789</c>. Default: none.</summary>
    public string? SlackChannelId { get; init; }

    /// <summary>Whether an alert reaches anybody who does not look at the console.</summary>
    public bool IsNobody => Emails.IsEmpty && Https.IsEmpty && SlackChannelId is null;

    /// <summary>Addresses that AWS would refuse.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var email in Emails.Where(email => !Email().IsMatch(email)))
            yield return new("emails", email, "an address such as team@example.com", "write one address an item");
        foreach (var url in Https.Where(url => !IsHttps(url)))
            yield return new("https", url, "an address beginning with https://", "alerts are not sent unencrypted");
        foreach (var twice in Emails.Concat(Https).GroupBy(address => address).Where(same => same.Count() > 1))
            yield return new("emails", $"{twice.Key} {twice.Count()} times", "each address once", "remove the repetition");
        if (SlackChannelId is { } channel && !SlackId.IsChannel(channel))
            yield return new("slackChannelId", channel, "an id such as C0123456789", "copy it from the details of the channel");
    }

    private static bool IsHttps(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    private static partial Regex Email();
}
