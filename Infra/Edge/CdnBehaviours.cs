using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudFront.Inputs;

namespace Infra.Edge;

/// <summary>Writes behaviours as CloudFront takes them: the last apart from the others.</summary>
internal static class CdnBehaviours
{
    private static readonly ImmutableArray<string> Kept = ["GET", "HEAD"];

    /// <summary>The one that takes what no other does.</summary>
    public static DistributionDefaultCacheBehaviorArgs Default(
        CdnBehaviour row,
        Input<string> headersId,
        Output<string>? routesArn
    )
    {
        var written = new DistributionDefaultCacheBehaviorArgs
        {
            TargetOriginId = row.Origin,
            ViewerProtocolPolicy = Protocol(row),
            AllowedMethods = row.Methods.Words.ToArray(),
            CachedMethods = Kept.ToArray(),
            CachePolicyId = row.Cache.Id,
            ResponseHeadersPolicyId = headersId,
            Compress = row.Compress,
        };
        if (row.Forward is { } forward)
            written.OriginRequestPolicyId = forward.Id;
        if (row.AppRoutes && routesArn is { } routes)
            written.FunctionAssociations = new DistributionDefaultCacheBehaviorFunctionAssociationArgs
            {
                EventType = CdnAppRoutes.Event,
                FunctionArn = routes,
            };
        return written;
    }

    /// <summary>Any other.</summary>
    public static DistributionOrderedCacheBehaviorArgs Ordered(
        CdnBehaviour row,
        Input<string> headersId,
        Output<string>? routesArn
    )
    {
        var written = new DistributionOrderedCacheBehaviorArgs
        {
            PathPattern = row.Path,
            TargetOriginId = row.Origin,
            ViewerProtocolPolicy = Protocol(row),
            AllowedMethods = row.Methods.Words.ToArray(),
            CachedMethods = Kept.ToArray(),
            CachePolicyId = row.Cache.Id,
            ResponseHeadersPolicyId = headersId,
            Compress = row.Compress,
        };
        if (row.Forward is { } forward)
            written.OriginRequestPolicyId = forward.Id;
        if (row.AppRoutes && routesArn is { } routes)
            written.FunctionAssociations = new DistributionOrderedCacheBehaviorFunctionAssociationArgs
            {
                EventType = CdnAppRoutes.Event,
                FunctionArn = routes,
            };
        return written;
    }

    private static string Protocol(CdnBehaviour row) => row.HttpsOnly ? "https-only" : "redirect-to-https";
}
