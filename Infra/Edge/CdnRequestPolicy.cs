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

    /// <summary>Everything, and what CloudFront knows of the viewer: country, device, address.</summary>
    public static readonly CdnRequestPolicy AllViewerAndCloudFront = new(
        "AllViewerAndCloudFrontHeaders-2022-06",
        "33f36d7e-f396-46d9-90e0-52428a34d9dc"
    )
    {
        ForwardsHost = true,
        ForwardsAuthorization = true,
    };

    /// <summary>What a bucket needs to answer browsers of other sites.</summary>
    public static readonly CdnRequestPolicy CorsBucket = new("CORS-S3Origin", "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf");

    /// <summary>The same for servers.</summary>
    public static readonly CdnRequestPolicy CorsServer = new("CORS-CustomOrigin", "59781a5b-3903-41f3-afcb-af62929ccde1");

    /// <summary>Only the host of the viewer.</summary>
    public static readonly CdnRequestPolicy HostOnly = new("HostHeaderOnly", "bf0718e1-ba1e-49d1-88b1-f726733018ae")
    {
        ForwardsHost = true,
    };

    /// <summary>Whether the origin is told the viewer's host.</summary>
    public bool ForwardsHost { get; private init; }

    /// <summary>Whether the origin is told who the viewer is, so that its answers are for him alone.</summary>
    public bool ForwardsAuthorization { get; private init; }
}
