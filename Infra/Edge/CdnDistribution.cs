using Infra.Validation;
using Pulumi;
using Pulumi.Aws.CloudFront;
using Pulumi.Aws.CloudFront.Inputs;
using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;

namespace Infra.Edge;

/// <summary>
/// The way in from the whole world: a distribution of CloudFront that ends TLS near people, keeps what may be kept, and leads the rest to its
/// origins, which answer nobody else. Everything of it lives in us-east-1: it is made with a provider of that region.
/// </summary>
internal sealed class CdnDistribution : ComponentResource
{
    private const string NoDomain =
        "people use CloudFront's own host, where it decides which TLS they may speak: set a domain with a certificate in us-east-1";

    private const string Role = "cdn";

    /// <summary>All errors that CloudFront keeps and lets one decide about.</summary>
    /// <remarks>
    /// It keeps them for ten seconds whatever an origin says of most of them, and in a row that keeps nothing too: one person would be told of
    /// another's error.
    /// </remarks>
    public static readonly int[] KeptErrors = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504];

    /// <summary>CloudFront's own host.</summary>
    [Output("domainName")]
    public Output<string> DomainName { get; }

    /// <summary>The ARN, by which a bucket knows who may read.</summary>
    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>The id, by which its metrics are kept.</summary>
    [Output("distributionId")]
    public Output<string> Id { get; }

    /// <summary>The zone of its host, for aliases in other zones.</summary>
    [Output("hostedZoneId")]
    public Output<string> HostedZoneId { get; }

    /// <summary>Where people go, without a slash at the end.</summary>
    [Output("url")]
    public Output<string> Url { get; }

    /// <summary>Makes the distribution.</summary>
    public CdnDistribution(string name, CdnDistributionArgs args, ComponentResourceOptions? options = null)
        : base("idp:edge:CdnDistribution", name, options)
    {
        args.Validate().ThrowIfAny(this);

        var headers = CdnHeadersPolicy.Make(name, args, this);
        var routes = args.Behaviours.Any(row => row.AppRoutes) ? CdnAppRoutes.Make(name, args, this) : null;
        var access = args.Origins.Any(origin => origin.Kind == CdnOriginKind.Bucket) ? AccessControl(name, args) : null;
        var distribution = new Distribution(
            $"{name}-{Role}",
            new()
            {
                Enabled = true,
                Comment = args.Context.Label.Prefix,
                HttpVersion = "http2and3",
                IsIpv6Enabled = true,
                PriceClass = args.PriceClass,
                Aliases = args.Domains.ToArray(),
                WebAclId = args.WebAclArn,
                DefaultRootObject = args.DefaultRootObject is { } root ? (Input<string>)root : null,
                Origins = args.Origins.Select(origin => CdnOrigins.Of(origin, access)).ToArray(),
                DefaultCacheBehavior = CdnBehaviours.Default(args.Default, headers, routes),
                OrderedCacheBehaviors = args
                    .Behaviours.Where(row => row.Path != CdnBehaviour.Everything)
                    .Select(row => CdnBehaviours.Ordered(row, headers, routes))
                    .ToArray(),
                CustomErrorResponses = KeptErrors.Select(code => Error(code, args.ErrorPage)).ToArray(),
                Restrictions = new DistributionRestrictionsArgs
                {
                    GeoRestriction = new DistributionRestrictionsGeoRestrictionArgs { RestrictionType = "none" },
                },
                ViewerCertificate = ViewerCertificate(args),
                // An update that does not wait ends while some edges still send the old header.
                WaitForDeployment = true,
                Tags = args.Context.Label.NameTag(Role),
            },
            new() { Parent = this, Protect = args.Protect }
        );
        CdnLog.Make(name, args, distribution, this);
        PointHere(name, args, distribution);
        if (args.Domains.IsEmpty)
            Log.Warn(NoDomain, this);

        (DomainName, Arn, Id, HostedZoneId) = (
            distribution.DomainName,
            distribution.Arn,
            distribution.Id,
            distribution.HostedZoneId
        );
        Url = args.Domains.IsEmpty
            ? distribution.DomainName.Apply(host => $"https://{host}")
            : Output.Create($"https://{args.Domains[0]}");
        RegisterOutputs(
            new Dictionary<string, object?>
            {
                ["domainName"] = DomainName,
                ["arn"] = Arn,
                ["distributionId"] = Id,
                ["hostedZoneId"] = HostedZoneId,
                ["url"] = Url,
            }
        );
    }

    private static DistributionCustomErrorResponseArgs Error(int code, CdnErrorPage? page)
    {
        var error = new DistributionCustomErrorResponseArgs { ErrorCode = code, ErrorCachingMinTtl = 0 };
        if (page?.Codes.Contains(code) is true)
            (error.ResponseCode, error.ResponsePagePath) = (code, page.Path);
        return error;
    }

    private static DistributionViewerCertificateArgs ViewerCertificate(CdnDistributionArgs args) =>
        args.CertificateArn is { } certificate
            ? new()
            {
                AcmCertificateArn = certificate,
                MinimumProtocolVersion = args.MinimumTls,
                SslSupportMethod = "sni-only", // an address of one's own costs 600 USD a month
            }
            : new() { CloudfrontDefaultCertificate = true };

    private Output<string> AccessControl(string name, CdnDistributionArgs args) =>
        new OriginAccessControl(
            $"{name}-bucket-access",
            new()
            {
                Name = args.Context.Label.Cdn("bucket-access"),
                Description = $"How {args.Context.Label.Prefix} reads its buckets",
                OriginAccessControlOriginType = "s3",
                SigningBehavior = "always",
                SigningProtocol = "sigv4",
            },
            new() { Parent = this }
        ).Id;

    private void PointHere(string name, CdnDistributionArgs args, Distribution distribution)
    {
        if (args.HostedZoneId is not { } zone)
            return;
        foreach (var host in args.Domains)
        foreach (var type in new[] { "A", "AAAA" })
            _ = new Record(
                $"{name}-alias-{host}-{(type == "A" ? "ipv4" : "ipv6")}",
                new()
                {
                    ZoneId = zone,
                    Name = host,
                    Type = type,
                    Aliases = new RecordAliasArgs
                    {
                        Name = distribution.DomainName,
                        ZoneId = distribution.HostedZoneId,
                        EvaluateTargetHealth = false, // CloudFront has no health to ask for
                    },
                },
                new() { Parent = this }
            );
    }
}
