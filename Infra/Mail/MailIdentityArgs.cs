using Infra.Naming;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Mail;

/// <summary>What a <see cref="MailIdentity"/> needs.</summary>
internal sealed record MailIdentityArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The domain that mail is from.</summary>
    public required string Domain { get; init; }

    /// <summary>The Route 53 zone of the domain. Default: none; its records are handed out to be set by hand.</summary>
    public string? HostedZoneId { get; init; }

    /// <summary>Whether somebody has set the records by hand, so that the identity may be used. Default: false.</summary>
    public bool RecordsAreSet { get; init; }

    /// <summary>Whether the account may still send to verified addresses only, of which a preview then warns. Default: true, as every account begins.</summary>
    public bool InSandbox { get; init; } = true;

    /// <summary>The subdomain that undeliverable mail goes back to, so that SPF speaks for our domain. Default: <c>mail</c>.</summary>
    public string BouncePrefix { get; init; } = "mail";

    /// <summary>Default: forged mail goes to the spam folder.</summary>
    public DmarcPolicy Dmarc { get; init; } = DmarcPolicy.Quarantine;

    /// <summary>Who gets the daily reports of forged mail. Default: nobody.</summary>
    public string? DmarcReports { get; init; }

    /// <summary>A topic that hears of bounces and complaints; its policy must let <c>ses.amazonaws.com</c> publish. Default: none.</summary>
    public Input<string>? EventTopicArn { get; init; }

    /// <summary>What SES or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (!HostName.IsSound(Domain))
            yield return new("domain", Domain, "a domain such as example.com", "mail is from an address below it");
        if (!HostName.IsLabel(BouncePrefix))
            yield return new("bouncePrefix", BouncePrefix, "small letters, digits and hyphens", "it becomes part of a host name");
        if (DmarcReports is not null && DmarcReports.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
            yield return new("dmarcReports", DmarcReports, "an address such as dmarc@example.com", "reports are sent there");
        if (RecordsAreSet && HostedZoneId is not null)
            yield return new("recordsAreSet", true, "false with hostedZoneId", "this stack sets the records itself");
    }
}
