using Infra.Naming;
using Infra.Serverless;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Serverless;

/// <summary>Settings of the host name of an API. Where a CDN has the same name before it, DNS points to the CDN.</summary>
internal sealed record ApiDomainSettings
{
    [Setting(
        "The host that callers name. Without one the API answers under AWS's own.",
        Form = "a host name such as api.example.com",
        Pattern = HostName.Pattern
    )]
    public string? Host { get; init; }

    [Setting(
        "A certificate of the host that exists, in the region of the stack; that of the CDN before it is another. Without one it is issued.",
        Form = "the ARN of a certificate of ACM",
        Pattern = AwsId.Certificate
    )]
    public string? CertificateArn { get; init; }

    [Setting("The first word of every path. Without one the whole host is the API's.", Form = "a word such as v1")]
    public string? BasePath { get; init; }

    [Setting("Whether TLS handshake and host name must agree. Off only while a CDN in between is being put right.")]
    public bool Strict { get; init; } = true;

    /// <summary>The same as the component takes it; nothing without a host.</summary>
    /// <param name="certificateArn">A validated certificate of the host in the stack's own region.</param>
    public ApiDomain? ToDomain(Input<string> certificateArn) =>
        Host is { } host ? new(host, certificateArn) { BasePath = BasePath, Strict = Strict } : null;

    /// <summary>What single settings cannot say.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Host is null && (CertificateArn ?? BasePath) is { } alone)
            yield return new("host", null, "a host name such as api.example.com", $"{alone} belongs to one");
        foreach (var problem in ToDomain("")?.Validate() ?? [])
            yield return problem;
    }
}
