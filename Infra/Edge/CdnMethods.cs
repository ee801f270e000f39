using System.Collections.Immutable;

namespace Infra.Edge;

/// <summary>What viewers may do; CloudFront takes these three sets and no others.</summary>
internal sealed record CdnMethods
{
    /// <summary>Read.</summary>
    public static readonly CdnMethods Read = new() { Words = ["GET", "HEAD"] };

    /// <summary>Read, and ask from another site whether they may.</summary>
    public static readonly CdnMethods ReadAndAsk = new() { Words = ["GET", "HEAD", "OPTIONS"] };

    /// <summary>Everything.</summary>
    public static readonly CdnMethods All = new() { Words = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"] };

    private CdnMethods() { }

    /// <summary>The methods.</summary>
    public required ImmutableArray<string> Words { get; init; }
}
