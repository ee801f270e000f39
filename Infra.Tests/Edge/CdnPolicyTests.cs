using Infra.Edge;

namespace Infra.Tests.Edge;

/// <summary>The ids of what AWS manages, as its documentation lists them. A wrong one is another policy or none.</summary>
public sealed class CdnPolicyTests
{
    [Test]
    public void Cache_policies_have_these_ids() =>
        Assert.That(
            new[] { CdnCachePolicy.Disabled, CdnCachePolicy.Optimized, CdnCachePolicy.OriginDecidesByQuery }.Select(policy =>
                $"{policy.Name} {policy.Id}"
            ),
            Is.EqualTo(
                new[]
                {
                    "CachingDisabled 4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
                    "CachingOptimized 658327ea-f89d-4fab-a63d-7e88639e58f6",
                    "UseOriginCacheControlHeaders-QueryStrings 4cc15a8a-d715-48a4-82b8-cc0b614638fe",
                }
            )
        );

    [Test]
    public void Request_policies_have_these_ids_and_tell_this() =>
        Assert.That(
            new[] { CdnRequestPolicy.AllViewer, CdnRequestPolicy.AllViewerExceptHost, CdnRequestPolicy.CorsBucket }.Select(
                policy =>
                    $"{policy.Name} {policy.Id}{(policy.ForwardsHost ? " host" : "")}{(policy.ForwardsAuthorization ? " who" : "")}"
            ),
            Is.EqualTo(
                new[]
                {
                    "AllViewer 216adef6-5c7f-47e4-b989-5492eafa07d3 host who",
                    "AllViewerExceptHostHeader b689b0a8-53d0-40ab-baf2-68738e2966ac who",
                    "CORS-S3Origin 88a5eaf4-2fd4-4709-b370-b4c650ea3fcf",
                }
            )
        );
}
