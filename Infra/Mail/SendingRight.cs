using Infra.Policies;
using Infra.Settings;

namespace Infra.Mail;

/// <summary>The right to send mail, for the role of a function.</summary>
internal static class SendingRight
{
    /// <summary>The statement: from one address of one domain, and by the rules of the stack's configuration set.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="mailbox">What stands before the @ of the sender.</param>
    public static Statement Of(StackContext context, string domain, string mailbox) =>
        new("SendMail")
        {
            Actions = ["ses:SendEmail", "ses:SendRawEmail"],
            Resources =
            [
                context.Arn("ses", $"identity/{domain}"),
                context.Arn("ses", $"configuration-set/{context.Label.ConfigurationSet("mail")}"),
            ],
            Conditions = [new("StringEquals", "ses:FromAddress", $"{mailbox}@{domain}")],
        };
}
