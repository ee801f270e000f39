using Infra.Edge;
using Infra.Naming;
using Infra.Validation;

namespace Infra.Settings.WebPlatform;

/// <summary>Settings of the load balancer behind the CDN.</summary>
internal sealed record PlatformEdgeSettings
{
    [Setting(
        "A certificate that exists, for <domain> and origin.<domain>. Without one it is issued.",
        Form = "the ARN of a certificate of ACM in the region of the stack",
        Pattern = AwsId.Certificate
    )]
    public string? CertificateArn { get; init; }

    [Setting("Which TLS the CDN may speak.", Form = "a TLS policy of load balancers, TLS13-1-2-2021-06 or newer")]
    public string TlsPolicy { get; init; } = Infra.Edge.TlsPolicy.Default;

    [Setting(
        "After how long a silent connection is closed. The application is told to keep it 5 seconds longer (KEEP_ALIVE_TIMEOUT, as Next.js reads it).",
        Unit = "seconds",
        Min = 1,
        Max = 4000
    )]
    public int IdleTimeoutSeconds { get; init; } = 60;

    [Setting("How long a leaving task may finish what it has.", Unit = "seconds", Min = 0, Max = 3600)]
    public int DeregistrationSeconds { get; init; } = 30;

    [Setting("How long requests are logged.", Unit = "days", Min = 1, Max = 3653)]
    public int LogRetentionDays { get; init; } = 90;

    /// <summary>What the bounds alone cannot say.</summary>
    /// <param name="region">The region of the stack.</param>
    /// <param name="hasZone">Whether a certificate can be issued.</param>
    /// <param name="domain">The host of the stack, if any.</param>
    public IEnumerable<Problem> Validate(string region, bool hasZone, string? domain)
    {
        if (CertificateArn is not null && domain is null)
            yield return new("certificateArn", CertificateArn, "none without cdn.domain", "write the domain that it is for");
        if (CertificateRegion.Problem("certificateArn", CertificateArn, region, "a load balancer") is { } elsewhere)
            yield return elsewhere;
        if (CertificateArn is null && domain is not null && !hasZone)
            yield return new(
                "certificateArn",
                null,
                $"a certificate of {domain} and origin.{domain} in {region}",
                "without cdn.hostedZoneId none can be issued"
            );
        if (Infra.Edge.TlsPolicy.Problem("tlsPolicy", TlsPolicy) is { } tls)
            yield return tls;
    }
}
