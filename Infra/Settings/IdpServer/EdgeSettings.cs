using Infra.Edge;
using Infra.Naming;
using Infra.Settings.Edge;
using Infra.Validation;

namespace Infra.Settings.IdpServer;

/// <summary>Settings of the way in: host, certificate, load balancer.</summary>
internal sealed record EdgeSettings
{
    [Setting(
        "The host people use. Without one a stack has no certificate and answers plain HTTP, which only an unprotected stack may.",
        Form = "a host name such as idp.example.com",
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

    [Setting("Which TLS is spoken.", Form = "a TLS policy of load balancers, TLS13-1-2-2021-06 or newer")]
    public string TlsPolicy { get; init; } = Infra.Edge.TlsPolicy.Default;

    [Setting(
        "What is done with requests that servers read differently. strictest refuses more.",
        Words = ["defensive", "strictest"]
    )]
    public string DesyncMode { get; init; } = "defensive";

    [Setting(
        "After how long a silent connection is closed. Less than the minute after which Tomcat closes it: a request sent at that moment would "
            + "be answered with 502.",
        Unit = "seconds",
        Min = 1,
        Max = 4000
    )]
    public int IdleTimeoutSeconds { get; init; } = 55;

    [Setting("How long a leaving task may finish what it has.", Unit = "seconds", Min = 0, Max = 3600)]
    public int DeregistrationSeconds { get; init; } = 30;

    [Setting("Over how long a new task's share grows: 0 for at once, or 30 to 900.", Unit = "seconds", Min = 0, Max = 900)]
    public int SlowStartSeconds { get; init; }

    [Setting("How long requests are logged.", Unit = "days", Min = 1, Max = 3653)]
    public int LogRetentionDays { get; init; } = 90;

    [Setting("Whether each TLS connection is logged too.")]
    public bool ConnectionLogs { get; init; }

    /// <summary>Whether people are served over TLS.</summary>
    public bool IsSecure => Domain is not null;

    /// <summary>What the bounds alone cannot say.</summary>
    /// <param name="protect">Whether the stack is protected.</param>
    /// <param name="region">The region of the stack.</param>
    public IEnumerable<Problem> Validate(bool protect, string region)
    {
        if (Domain is null && protect)
            yield return new("domain", Domain, "a host while protect is true", "sign-ins must not travel in the clear");
        foreach (var refused in HostSettings.Problems(Domain, HostedZoneId, CertificateArn))
            yield return refused;
        if (CertificateRegion.Problem("certificateArn", CertificateArn, region, "a load balancer") is { } elsewhere)
            yield return elsewhere;
        if (Infra.Edge.TlsPolicy.Problem("tlsPolicy", TlsPolicy) is { } tls)
            yield return tls;
        if (SlowStartSeconds is > 0 and < 30)
            yield return new("slowStartSeconds", SlowStartSeconds, "0 or 30 to 900", "0 switches it off");
    }
}
