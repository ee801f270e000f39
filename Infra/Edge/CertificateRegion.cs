using Infra.Validation;

namespace Infra.Edge;

/// <summary>Whether a certificate of ACM that exists can be used: each region keeps its own.</summary>
internal static class CertificateRegion
{
    /// <summary>What is wrong with it, or null.</summary>
    /// <param name="path">The setting or argument that names it.</param>
    /// <param name="arn">Its ARN; null where none is given, which is no problem here.</param>
    /// <param name="region">The region in which it has to be.</param>
    /// <param name="taker">Who uses it, as the error calls them, such as "a load balancer".</param>
    public static Problem? Problem(string path, string? arn, string region, string taker) =>
        arn is null || arn.Contains($":acm:{region}:", StringComparison.Ordinal)
            ? null
            : new(path, arn, $"a certificate in {region}", $"{taker} takes none of another region");
}
