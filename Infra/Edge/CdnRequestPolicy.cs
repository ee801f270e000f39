namespace Infra.Edge;

/// <summary>
/// What of a request an origin gets to see, as AWS manages it ("Use managed origin request policies" in the CloudFront developer guide).
/// </summary>
/// <param name="Name">What AWS calls it.</param>
/// <param name="Id">Its id, the same in every account.</param>
internal sealed record CdnRequestPolicy(string Name, string Id)
{
    /// <summary>Everything, the viewer's host too: the certificate of the origin must have it.</summary>
    public static readonly CdnRequestPolicy AllViewer = new("AllViewer", "216adef6-5c7f-47e4-b989-5492eafa07d3")
    {
        ForwardsHost = true,
        ForwardsAuthorization = true,
    };

    /// <summary>Everything but the host, for APIs that are known by their own.</summary>
    public static readonly CdnRequestPolicy AllViewerExceptHost = new(
        "AllViewerExceptHostHeader",
        "b689b0a8-53d0-40ab-baf2-68738e2966ac"
    )
    {
        ForwardsAuthorization = true,
    };

    /// <summary>What a bucket needs to answer browsers of other sites.</summary>
    public static readonly CdnRequestPolicy CorsBucket = new("CORS-S3Origin", "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf");

    /// <summary>Whether the origin is told the viewer's host.</summary>
    public bool ForwardsHost { get; private init; }

    /// <summary>Whether the origin is told who the viewer is, so that its answers are for him alone.</summary>
    public bool ForwardsAuthorization { get; private init; }
}
