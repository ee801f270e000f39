using Infra.Edge;

namespace Infra.Tests.Edge;

/// <summary>The ids of what AWS manages, as its documentation lists them. A wrong one is another policy or none.</summary>
public sealed class CdnPolicyTests
{
    [Test]
    public void Cache_policies_have_these_ids() =>
        Assert.That(
            new[]
            {
                CdnCachePolicy.Disabled,
                CdnCachePolicy.Optimized,
                CdnCachePolicy.OptimizedUncompressed,
                CdnCachePolicy.OriginDecides,
                CdnCachePolicy.OriginDecidesByQuery,
            }.Select(policy => $"{policy.Name} {policy.Id}"),
            Is.EqualTo(
                new[]
                {
                    "CachingDisabled 4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
                    "CachingOptimized 658327ea-f89d-4fab-a63d-7e88639e58f6",
                    "CachingOptimizedForUncompressedObjects b2884449-e4de-46a7-ac36-70bc7f1ddd6d",
                    "UseOriginCacheControlHeaders 83da9c7e-98b4-4e11-a168-04f0df8e2c65",
                    "UseOriginCacheControlHeaders-QueryStrings 4cc15a8a-d715-48a4-82b8-cc0b614638fe",
                }
            )
        );

    [Test]
    public void Request_policies_have_these_ids_and_tell_this() =>
        Assert.That(
            new[]
            {
                CdnRequestPolicy.AllViewer,
                CdnRequestPolicy.AllViewerExceptHost,
                CdnRequestPolicy.AllViewerAndCloudFront,
                CdnRequestPolicy.CorsBucket,
                CdnRequestPolicy.CorsServer,
                CdnRequestPolicy.HostOnly,
            }.Select(policy =>
                $"{policy.Name} {policy.Id}{(policy.ForwardsHost ? " host" : "")}{(policy.ForwardsAuthorization ? " who" : "")}"
            ),
            Is.EqualTo(
                new[]
                {
                    "AllViewer 216adef6-5c7f-47e4-b989-5492eafa07d3 host who",
                    "AllViewerExceptHostHeader b689b0a8-53d0-40ab-baf2-68738e2966ac who",
                    "AllViewerAndCloudFrontHeaders-2022-06 33f36d7e-f396-46d9-90e0-52428a34d9dc host who",
                    "CORS-S3Origin 88a5eaf4-2fd4-4709-b370-b4c650ea3fcf",
                    "CORS-CustomOrigin 59781a5b-3903-41f3-afcb-af62929ccde1",
                    "HostHeaderOnly bf0718e1-ba1e-49d1-88b1-f726733018ae host",
                }
            )
        );
}
