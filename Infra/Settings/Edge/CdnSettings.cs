using Infra.Edge;
using Infra.Naming;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Edge;

/// <summary>Settings of the CDN: hosts, certificate, what browsers are told, and how its origins know it.</summary>
internal sealed record CdnSettings
{
    [Setting(
        "The host people use. Without one they use CloudFront's own, and a load balancer behind it is asked in the clear, which only an "
            + "unprotected stack may.",
        Form = "a host name such as app.example.com",
        Pattern = HostName.Pattern
    )]
    public string? Domain { get; init; }

    [Setting(
        "The Route 53 zone of the host: the certificate is issued with it and the host pointed to the CDN.",
        Form = "the id of a hosted zone such as Z0123456789ABCDEFGHIJ",
        Pattern = AwsId.HostedZone
    )]
    public string? HostedZoneId { get; init; }

    [Setting(
        "A certificate of the host that exists. Without one it is issued.",
        Form = "the ARN of a certificate of ACM in us-east-1, whatever the region of the stack",
        Pattern = AwsId.Certificate
    )]
    public string? CertificateArn { get; init; }

    [Setting("Which TLS viewers speak.", Words = ["TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"])]
    public string MinimumTls { get; init; } = "TLSv1.2_2021";

    [Setting(
        "From where people are served. 100 is North America, Europe and Israel; 200 adds Asia, Africa and the Middle East.",
        Words = ["PriceClass_100", "PriceClass_200", "PriceClass_All"]
    )]
    public string PriceClass { get; init; } = "PriceClass_200";

    [Setting("The secret by which origins know the CDN.")]
    public OriginSecretSettings OriginSecret { get; init; } = new();

    [Setting("What browsers are told.")]
    public CdnHeaderSettings Headers { get; init; } = new();

    [Setting("How long requests are logged. Queries, referrers and cookies are not.", Unit = "days", Min = 1, Max = 3653)]
    public int LogRetentionDays { get; init; } = 90;

    /// <summary>The host of the origin, which its certificate must have. Nothing without a domain.</summary>
    public string? OriginHost => Domain is null ? null : $"origin.{Domain}";

    /// <summary>A distribution with these settings.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="certificateArn">A validated certificate; nothing without a domain.</param>
    /// <param name="protect">Whether the stack is protected.</param>
    public CdnDistributionArgs ToArgs(StackContext context, Input<string>? certificateArn, bool protect) =>
        new()
        {
            Context = GlobalEdge.In(context),
            Origins = [],
            Behaviours = [],
            Domains = Domain is { } domain ? [domain] : [],
            CertificateArn = certificateArn,
            HostedZoneId = HostedZoneId,
            MinimumTls = MinimumTls,
            PriceClass = PriceClass,
            Headers = Headers.ToHeaders(),
            LogRetentionDays = LogRetentionDays,
            Protect = protect,
        };

    /// <summary>What the bounds alone cannot say.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="protect">Whether the stack is protected.</param>
    public IEnumerable<Problem> Validate(StackContext context, bool protect)
    {
        if (Domain is null && protect)
            yield return new("domain", Domain, "a host while protect is true", "tokens would travel in the clear to the origin");
        foreach (var refused in HostSettings.Problems(Domain, HostedZoneId, CertificateArn))
            yield return refused;
        if (CertificateArn is { } arn && CdnDistributionCheck.Certificate("certificateArn", arn) is { } problem)
            yield return problem;
        foreach (var refused in CdnDistributionCheck.Words(ToArgs(context, null, protect)))
            yield return refused;
        foreach (var refused in OriginSecret.ToArgs().Validate())
            yield return refused.Under("originSecret");
    }
}
