using System.Collections.Immutable;
using Infra.Validation;
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

    /// <summary>The names, each once however it is spelt: case makes no difference in HTTP.</summary>
    /// <param name="headers">Of these an origin asks for one.</param>
    public static string[] Names(ImmutableArray<OriginHeader> headers) =>
        [.. headers.Select(header => header.Name).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Says that there is more than one of them.</summary>
    /// <param name="path">What has them.</param>
    /// <param name="names">The names.</param>
    public static Problem OneName(string path, string[] names) =>
        new(path, names, "one name", "only the value differs while it is replaced");
}
