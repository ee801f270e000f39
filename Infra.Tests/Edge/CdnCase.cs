using Infra.Edge;

namespace Infra.Tests.Edge;

/// <summary>A distribution before an application and a bucket, which each test changes in one place.</summary>
internal static class CdnCase
{
    public const string Distribution = "aws:cloudfront/distribution:Distribution";

    public static readonly OriginHeader Header = new("X-Origin-Verify", "told-to-nobody");

    public static readonly CdnOrigin App = new("app", CdnOriginKind.Https, "origin.app.example.com") { Header = Header };

    public static readonly CdnOrigin Site = new("site", CdnOriginKind.Bucket, "site-bucket.s3.ap-northeast-1.amazonaws.com");

    public static CdnDistributionArgs Args() =>
        new()
        {
            Context = GlobalEdge.In(TestStacks.Prod),
            Origins = [App, Site],
            Behaviours =
            [
                new("/api/*", "app")
                {
                    Methods = CdnMethods.All,
                    Forward = CdnRequestPolicy.AllViewer,
                    HttpsOnly = true,
                },
                new("/public/*", "app") { Methods = CdnMethods.ReadAndAsk, Cache = CdnCachePolicy.OriginDecidesByQuery },
                new("*", "site") { Cache = CdnCachePolicy.Optimized, AppRoutes = true },
            ],
            Domains = ["app.example.com"],
            CertificateArn = "arn:aws:acm:us-east-1:111111111111:certificate/1",
            HostedZoneId = "Z1",
            WebAclArn = "arn:acl",
        };

    public static Task<Sandbox> RunAsync(CdnDistributionArgs args) =>
        Sandbox.RunAsync(() => _ = new CdnDistribution("app", args));
}
