using Pulumi;

namespace Infra.Edge;

/// <summary>
/// What a CDN adds to every request and an origin asks for, so that nobody reaches the origin around the CDN.
/// </summary>
/// <param name="Name">The header, for example <c>X-Origin-Verify</c>.</param>
/// <param name="Value">What only the two of them know; marked secret.</param>
internal sealed record OriginHeader(string Name, Input<string> Value)
{
    /// <summary>The header that systems here use.</summary>
    public const string DefaultName = "X-Origin-Verify";
}
