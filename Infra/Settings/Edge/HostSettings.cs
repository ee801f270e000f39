using Infra.Validation;

namespace Infra.Settings.Edge;

/// <summary>Checks the settings <c>domain</c>, <c>hostedZoneId</c> and <c>certificateArn</c> together: a host needs a certificate from somewhere.</summary>
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
}
