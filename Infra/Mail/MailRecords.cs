using Infra.Settings;

namespace Infra.Mail;

/// <summary>The records that let SES send in the name of a domain, and other servers recognise what is forged.</summary>
internal static class MailRecords
{
    /// <summary>How many keys of DKIM SES makes for a domain.</summary>
    public const int DkimKeys = 3;

    /// <summary>One of the records that prove the domain ours and show the key that signs its mail.</summary>
    public static MailRecord Dkim(string domain, string token) =>
        new($"{token}._domainkey.{domain}", "CNAME", $"{token}.dkim.amazonses.com");

    /// <summary>Where undeliverable mail comes back to.</summary>
    public static MailRecord Bounces(MailIdentityArgs args) =>
        new(BounceDomain(args), "MX", $"10 feedback-smtp.{args.Context.Region}.amazonses.com");

    /// <summary>That SES may send for the domain.</summary>
    public static MailRecord Spf(MailIdentityArgs args) => new(BounceDomain(args), "TXT", "v=spf1 include:amazonses.com ~all");

    /// <summary>What to do with mail that is forged.</summary>
    public static MailRecord Dmarc(MailIdentityArgs args)
    {
        var reports = args.DmarcReports is { } address ? $"; rua=mailto:{address}" : "";
        return new($"_dmarc.{args.Domain}", "TXT", $"v=DMARC1; p={Word.Of(args.Dmarc)}{reports}");
    }

    /// <summary>The domain that undeliverable mail goes back to.</summary>
    public static string BounceDomain(MailIdentityArgs args) => $"{args.BouncePrefix}.{args.Domain}";
}
