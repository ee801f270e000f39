using Infra.Edge;
using Infra.Validation;

namespace Infra.Settings.Edge;

/// <summary>The settings <c>domain</c>, <c>hostedZoneId</c> and <c>certificateArn</c>, taken together: a host needs a certificate from somewhere.</summary>
internal static class HostSettings
{
    /// <summary>The problems.</summary>
    /// <param name="domain">The host.</param>
    /// <param name="hostedZoneId">The zone in which a certificate is proven.</param>
    /// <param name="certificateArn">A certificate that exists.</param>
    public static IEnumerable<Problem> Problems(string? domain, string? hostedZoneId, string? certificateArn)
    {
        if (domain is null && hostedZoneId is not null)
            yield return new("hostedZoneId", hostedZoneId, "none without domain", "write the domain that is in the zone");
        if (domain is null && certificateArn is not null)
            yield return new("certificateArn", certificateArn, "none without domain", "write the domain that it is for");
        if (domain is not null && hostedZoneId is null && certificateArn is null)
            yield return new(
                "hostedZoneId",
                null,
                $"the Route 53 zone of {domain}",
                "a certificate is issued with it; or give certificateArn"
            );
    }

    /// <summary>The certificate of the host; nothing where there is none.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="domain">The host.</param>
    /// <param name="hostedZoneId">The zone in which a certificate is proven.</param>
    /// <param name="certificateArn">A certificate that exists.</param>
    public static CertificateArgs? Certificate(
        StackContext context,
        string? domain,
        string? hostedZoneId,
        string? certificateArn
    ) =>
        domain is null
            ? null
            : new()
            {
                Context = context,
                Domain = domain,
                HostedZoneId = hostedZoneId,
                GivenArn = certificateArn,
            };
}
