using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudFront.Inputs;

namespace Infra.Edge;

/// <summary>Writes origins as CloudFront takes them.</summary>
internal static class CdnOrigins
{
    private const int HttpPort = 80;
    private const int HttpsPort = 443;

    /// <summary>An origin.</summary>
    /// <param name="origin">The origin.</param>
    /// <param name="accessControlId">How buckets are asked; nothing where there is none.</param>
    public static DistributionOriginArgs Of(CdnOrigin origin, Output<string>? accessControlId)
    {
        var written = new DistributionOriginArgs { OriginId = origin.Id, DomainName = origin.Host };
        if (origin.Path is { } path)
            written.OriginPath = path;
        if (origin.Kind == CdnOriginKind.Bucket)
        {
            written.OriginAccessControlId = accessControlId!; // made when there is a bucket
            return written;
        }
        written.CustomOriginConfig = new DistributionOriginCustomOriginConfigArgs
        {
            HttpPort = HttpPort,
            HttpsPort = HttpsPort,
            OriginProtocolPolicy = origin.Kind == CdnOriginKind.Https ? "https-only" : "http-only",
            OriginSslProtocols = "TLSv1.2", // the newest that CloudFront lets one name
            OriginReadTimeout = origin.ReadTimeoutSeconds,
        };
        if (origin.Header is { } header)
            written.CustomHeaders = new DistributionOriginCustomHeaderArgs { Name = header.Name, Value = Value(header, origin) };
        return written;
    }

    private static Input<string> Value(OriginHeader header, CdnOrigin origin) =>
        origin.AcceptedBy is { } accepted ? Output.Tuple(header.Value, accepted).Apply(both => both.Item1) : header.Value;
}
