using Review.Guardrails;

namespace Review.Model.Aws;

/// <summary>Which hosts a certificate is good for.</summary>
internal static class CertificateNames
{
    /// <summary>The type of certificates.</summary>
    public const string Type = "aws:acm/certificate:Certificate";

    /// <summary>The certificates behind an input, also by way of their validation.</summary>
    public static IEnumerable<Resource> Certificates(this Resource resource, string property) =>
        resource
            .Referred(property, Type)
            .Concat(
                resource
                    .Referred(property, "aws:acm/certificateValidation:CertificateValidation")
                    .SelectMany(validation => validation.Referred("certificateArn", Type))
            )
            .Distinct();

    /// <summary>Whether these certificates together are good for each host.</summary>
    /// <param name="certificates">The certificates.</param>
    /// <param name="hosts">The hosts; unknown ones are left out by the caller.</param>
    /// <param name="property">How the message names what has the hosts.</param>
    public static Verdict Cover(IEnumerable<Resource> certificates, IEnumerable<string> hosts, string property)
    {
        var names = certificates
            .SelectMany(certificate => certificate["subjectAlternativeNames"].Items.Prepend(certificate["domainName"]))
            .ToList();
        var known = names.Where(name => !name.IsUnknown).Select(name => name.Text).OfType<string>().ToList();
        return Verdict.All(
            hosts.Select(host =>
                known.Exists(name => Covers(name, host)) ? Verdict.Pass
                : names.Exists(name => name.IsUnknown)
                    ? Verdict.CannotKnow($"the names of the certificate for {host} are not known yet")
                : Verdict.Fail($"{property}: got {host}, want a host of the certificate: {string.Join(", ", known)}")
            )
        );
    }

    // A wildcard stands for exactly one label.
    private static bool Covers(string name, string host)
    {
        var (pattern, wanted) = (name.TrimEnd('.'), host.TrimEnd('.'));
        return pattern.StartsWith("*.", StringComparison.Ordinal)
            ? wanted.IndexOf('.') is > 0 and var dot
                && wanted.AsSpan(dot).Equals(pattern.AsSpan(1), StringComparison.OrdinalIgnoreCase)
            : pattern.Equals(wanted, StringComparison.OrdinalIgnoreCase);
    }
}
