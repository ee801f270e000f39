using Infra.Mail;
using Infra.Validation;
using Pulumi;

namespace Infra.Identity;

/// <summary>How a pool sends e-mail through SES.</summary>
internal sealed record PoolMail
{
    /// <summary>The verified identity. Cognito refuses one that is not verified yet, so this must be known only then.</summary>
    public required Input<string> IdentityArn { get; init; }

    /// <summary>The address it writes from, below the identity.</summary>
    public required string Address { get; init; }

    /// <summary>The name people see beside it.</summary>
    public required string SenderName { get; init; }

    /// <summary>The configuration set. Default: that of the identity, if it has one.</summary>
    public Input<string>? ConfigurationSet { get; init; }

    /// <summary>The sender as e-mail programs show it.</summary>
    public string From => $"{SenderName} <{Address}>";

    /// <summary>The mail of a domain; nothing while the domain is not verified, so that Cognito sends itself until then.</summary>
    /// <param name="mail">The domain.</param>
    /// <param name="senderName">The name people see.</param>
    /// <param name="mailbox">What stands before the @, such as <c>noreply</c>.</param>
    public static PoolMail? Through(MailIdentity mail, string senderName, string mailbox) =>
        mail.IsVerified
            ? new()
            {
                IdentityArn = mail.IdentityArn,
                ConfigurationSet = mail.ConfigurationSetName,
                SenderName = senderName,
                Address = $"{mailbox}@{mail.DomainName}",
            }
            : null;

    /// <summary>What Cognito refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Address.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
            yield return new("address", Address, "an address such as noreply@example.com", "people see it as the sender");
        if (SenderName.Length == 0 || SenderName.Any("<>\"@,\r\n".Contains))
            yield return new("senderName", SenderName, "a name without < > \" @ and commas", "it stands before the address");
    }
}
