using Infra.Edge;
using Infra.Naming;
using Infra.Settings.Edge;
using Infra.Validation;

namespace Infra.Settings.Neuraknot;

/// <summary>Settings of the way in: host, certificate, load balancer.</summary>
internal sealed record NeuraknotEdgeSettings
{
    [Setting(
        "The host people use. Without one there is no certificate, and everything travels in the clear.",
        Form = "a host name such as neuraknot.example.com",
        Pattern = HostName.Pattern
    )]
    public string? Domain { get; init; }

    [Setting(
        "The Route 53 zone of the host: the certificate is issued with it and the host pointed to the load balancer.",
        Form = "the id of a hosted zone such as Z0123456789ABCDEFGHIJ",
        Pattern = AwsId.HostedZone
    )]
    public string? HostedZoneId { get; init; }

    [Setting(
        "A certificate that exists. Without one it is issued.",
        Form = "the ARN of a certificate of ACM in the region of the stack",
        Pattern = AwsId.Certificate
    )]
    public string? CertificateArn { get; init; }

    [Setting("Whether passwords and tokens may travel in the clear in production, where there is no certificate yet.")]
    public bool AcceptPlainHttp { get; init; }

    [Setting("Which TLS is spoken.", Form = "a TLS policy of load balancers, TLS13-1-2-2021-06 or newer")]
    public string TlsPolicy { get; init; } = Infra.Edge.TlsPolicy.Default;

    [Setting("After how long a silent connection is closed.", Unit = "seconds", Min = 1, Max = 4000)]
    public int IdleTimeoutSeconds { get; init; } = 60;

    [Setting("How long a leaving task may finish what it has.", Unit = "seconds", Min = 0, Max = 3600)]
    public int DeregistrationSeconds { get; init; } = 30;

    [Setting("How long requests are logged.", Unit = "days", Min = 1, Max = 3653)]
    public int LogRetentionDays { get; init; } = 90;

    /// <summary>What the bounds alone cannot say.</summary>
    /// <param name="protect">Whether people rely on the stack.</param>
    /// <param name="region">The region of the stack.</param>
    public IEnumerable<Problem> Validate(bool protect, string region)
    {
        if (Domain is null && protect && !AcceptPlainHttp)
            yield return new(
                "domain",
                null,
                "a host with a certificate in production, and wherever protect is true",
                "sign-ins must not travel in the clear; acceptPlainHttp: true accepts that they do"
            );
        if (Domain is not null && AcceptPlainHttp)
            yield return new("acceptPlainHttp", true, "false where there is a certificate", "remove it: port 80 redirects");
        foreach (var refused in HostSettings.Problems(Domain, HostedZoneId, CertificateArn))
            yield return refused;
        if (CertificateRegion.Problem("certificateArn", CertificateArn, region, "a load balancer") is { } elsewhere)
            yield return elsewhere;
        if (Infra.Edge.TlsPolicy.Problem("tlsPolicy", TlsPolicy) is { } tls)
            yield return tls;
    }
}
