using System.Text.RegularExpressions;
using Infra.Naming;
using Infra.Validation;
using Pulumi;

namespace Infra.Serverless;

/// <summary>
/// A host name of the API's own, regional. Where a CDN has the same name before it, DNS points to the CDN, which asks
/// <see cref="RestApi.RegionalDomainName"/> and passes the viewer's <c>Host</c> on.
/// </summary>
/// <param name="Host">The host, for example <c>api.example.com</c>.</param>
/// <param name="CertificateArn">A validated certificate of it in the API's own region; that of a CDN is another, in us-east-1.</param>
internal sealed partial record ApiDomain(string Host, Input<string> CertificateArn)
{
    /// <summary>The first word of every path. Default: none, the whole host is the API's; the stage is never seen.</summary>
    public string? BasePath { get; init; }

    /// <summary>
    /// Whether host name and TLS handshake must agree, so that nobody reaches the API under a name that its certificate does not have. Default:
    /// true. The API itself asks the same.
    /// </summary>
    public bool Strict { get; init; } = true;

    /// <summary>The Route 53 zone in which the host is pointed to the API. Default: none; a CDN or somebody else has the record.</summary>
    public Input<string>? HostedZoneId { get; init; }

    /// <summary>What every path begins with.</summary>
    public string RootPath => $"/{BasePath}";

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (!HostName.IsSound(Host))
            yield return new("host", Host, "a host name such as api.example.com", "the certificate must have it too");
        if (BasePath is { } path && !Word().IsMatch(path))
            yield return new("basePath", path, "letters, digits and $-_.+!*'(), without /", "leave it out for the whole host");
    }

    [GeneratedRegex("^[A-Za-z0-9$_.+!*'()-]{1,300}$")]
    private static partial Regex Word();
}
