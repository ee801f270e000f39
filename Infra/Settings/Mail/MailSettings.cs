using Infra.Identity;
using Infra.Mail;
using Infra.Naming;
using Infra.Validation;

namespace Infra.Settings.Mail;

/// <summary>Settings of the e-mail that is sent to users, through SES.</summary>
internal sealed record MailSettings
{
    [Setting(
        "The domain that mail is from. Without one Cognito sends itself, 50 a day at most.",
        Form = "a domain such as example.com",
        Pattern = HostName.Pattern
    )]
    public string? Domain { get; init; }

    [Setting(
        "The Route 53 zone of the domain. Without one its records are an output, to be set by hand.",
        Form = "the id of a hosted zone such as Z0123456789ABCDEFGHIJ",
        Pattern = AwsId.HostedZone
    )]
    public string? HostedZoneId { get; init; }

    [Setting("Whether the records have been set by hand. Cognito sends through SES only from then on.")]
    public bool RecordsAreSet { get; init; }

    [Setting(
        "Whether SES may still send to verified addresses only, as every account begins. Set it to false once AWS has granted production access; "
            + "previews then no longer warn."
    )]
    public bool Sandbox { get; init; } = true;

    [Setting(
        "The name that people see beside the address.",
        Form = "a name without < > \" @ and commas",
        Pattern = "^[^<>\"@,]{1,64}$"
    )]
    public string? SenderName { get; init; }

    [Setting("What stands before the @ of the sender.", Form = "a word such as noreply", Pattern = "^[a-z0-9._-]{1,64}$")]
    public string Mailbox { get; init; } = "noreply";

    [Setting("What other servers shall do with mail that is forged.")]
    public DmarcPolicy Dmarc { get; init; } = DmarcPolicy.Quarantine;

    [Setting(
        "Who gets the daily reports of forged mail. Without one nobody.",
        Form = "an e-mail address",
        Pattern = "^[^@ ]+@[^@ ]+$"
    )]
    public string? DmarcReports { get; init; }

    /// <summary>The same as the identity takes it; nothing without a domain.</summary>
    /// <param name="context">The stack.</param>
    public MailIdentityArgs? Identity(StackContext context) =>
        Domain is null
            ? null
            : new()
            {
                Context = context,
                Domain = Domain,
                HostedZoneId = HostedZoneId,
                RecordsAreSet = RecordsAreSet,
                InSandbox = Sandbox,
                Dmarc = Dmarc,
                DmarcReports = DmarcReports,
            };

    /// <summary>How the pool sends through the identity; nothing while the domain is not verified.</summary>
    /// <param name="identity">The identity.</param>
    /// <param name="system">The name to show when the stack file says none.</param>
    public PoolMail? Through(MailIdentity identity, string system) => PoolMail.Through(identity, SenderName ?? system, Mailbox);

    /// <summary>What SES or this program refuses.</summary>
    /// <param name="context">The stack.</param>
    public IEnumerable<Problem> Validate(StackContext context)
    {
        if (Domain is null && HostedZoneId is not null)
            yield return new("hostedZoneId", HostedZoneId, "none without domain", "write the domain that is in the zone");
        if (Domain is null && RecordsAreSet)
            yield return new("recordsAreSet", true, "false without domain", "write the domain whose records are set");
        foreach (var problem in Identity(context)?.Validate() ?? [])
            yield return problem;
    }
}
