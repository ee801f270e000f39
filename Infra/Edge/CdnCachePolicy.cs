namespace Infra.Edge;

/// <summary>
/// What is kept at the edge and under which key, as AWS manages it. The ids are the same in every account ("Use managed cache policies" in the
/// CloudFront developer guide): written here rather than asked, a preview knows them.
/// </summary>
/// <param name="Name">What AWS calls it.</param>
/// <param name="Id">Its id.</param>
internal sealed record CdnCachePolicy(string Name, string Id)
{
    /// <summary>Nothing is kept.</summary>
    public static readonly CdnCachePolicy Disabled = new("CachingDisabled", "4135ea2d-6df8-44a3-9df3-4b5a84be39ad");

    /// <summary>A day, or as the origin says; the path alone is the key. For files.</summary>
    public static readonly CdnCachePolicy Optimized = new("CachingOptimized", "658327ea-f89d-4fab-a63d-7e88639e58f6");

    /// <summary>Only as the origin says; host, cookies and query are part of the key. For what an API answers everybody alike.</summary>
    public static readonly CdnCachePolicy OriginDecidesByQuery = new(
        "UseOriginCacheControlHeaders-QueryStrings",
        "4cc15a8a-d715-48a4-82b8-cc0b614638fe"
    )
    {
        ForwardsHost = true,
    };

    /// <summary>Whether the viewer's host is part of the key: what is in a key is sent to the origin too.</summary>
    public bool ForwardsHost { get; private init; }
}
