using Infra.Identity;
using Infra.Naming;
using Infra.Validation;

namespace Infra.Settings.Identity;

/// <summary>Settings of the sign-in pages.</summary>
internal sealed record SignInPageSettings
{
    [Setting(
        "The word in <word>.auth.<region>.amazoncognito.com. All accounts share these words, so it has something of the organisation in it. Without one "
            + "the system takes its own. A new one changes the URLs of all pages.",
        Form = "1 to 63 small letters, digits and hyphens, without aws, amazon and cognito",
        Pattern = HostName.LabelPattern
    )]
    public string? Prefix { get; init; }

    [Setting(
        "A host of our own for the pages instead. The domain above it must resolve to an address before. Passkeys then belong to this host.",
        Form = "a host name such as auth.example.com",
        Pattern = HostName.Pattern
    )]
    public string? Host { get; init; }

    [Setting(
        "A certificate for that host.",
        Form = "the ARN of a certificate of ACM in us-east-1",
        Pattern = "^arn:aws[a-z-]*:acm:us-east-1:[0-9]{12}:certificate/[0-9a-f-]+$"
    )]
    public string? CertificateArn { get; init; }

    [Setting(
        "The Route 53 zone of that host. Without one somebody points the host to Cognito by hand.",
        Form = "the id of a hosted zone such as Z0123456789ABCDEFGHIJ",
        Pattern = AwsId.HostedZone
    )]
    public string? HostedZoneId { get; init; }

    /// <summary>The same as the pool takes it.</summary>
    /// <param name="context">The stack, of which the word is made when the stack file says nothing.</param>
    public PoolDomain Domain(StackContext context)
    {
        if (Host is null)
            return new() { Prefix = Prefix ?? PoolDomain.PrefixOf(context) };
        var domain = new PoolDomain { Host = Host, HostedZoneId = HostedZoneId };
        return CertificateArn is { } arn ? domain with { CertificateArn = arn } : domain;
    }

    /// <summary>What Cognito or this program refuses.</summary>
    /// <param name="context">The stack.</param>
    public IEnumerable<Problem> Validate(StackContext context)
    {
        if (Prefix is not null && Host is not null)
            yield return new("prefix", Prefix, "none beside host", "a pool has one place for its pages");
        if (Host is null && CertificateArn is not null)
            yield return new("certificateArn", CertificateArn, "none without host", "AWS has a certificate for its own domain");
        if (Host is null && HostedZoneId is not null)
            yield return new("hostedZoneId", HostedZoneId, "none without host", "AWS knows where its own domain is");
        foreach (var problem in Domain(context).Validate())
            yield return problem;
    }
}
