using Infra.Validation;

namespace Infra.Edge;

/// <summary>What a distribution does with requests of a path: a row of its table, of which the first that matches counts.</summary>
/// <param name="Path">A pattern such as <c>/api/*</c>; <see cref="Everything"/> for what no other row takes.</param>
/// <param name="Origin">Where it asks.</param>
internal sealed record CdnBehaviour(string Path, string Origin)
{
    /// <summary>The path of the last row.</summary>
    public const string Everything = "*";

    private const int LongestPath = 255;
    private const string PathPunctuation = "*?_-.$/~\"'@:+&";

    /// <summary>Default: read.</summary>
    public CdnMethods Methods { get; init; } = CdnMethods.Read;

    /// <summary>Default: nothing is kept at the edge.</summary>
    public CdnCachePolicy Cache { get; init; } = CdnCachePolicy.Disabled;

    /// <summary>What the origin gets to see. Default: only what the cache policy names, so no cookie, no query and no token.</summary>
    public CdnRequestPolicy? Forward { get; init; }

    /// <summary>Whether answers are compressed, where the cache policy lets them be. Default: true.</summary>
    public bool Compress { get; init; } = true;

    /// <summary>
    /// Whether a request in the clear is refused. Default: false, it is led to https. An API refuses: a token that was sent is lost already.
    /// </summary>
    public bool HttpsOnly { get; init; }

    /// <summary>
    /// Whether paths that name no file are answered with <c>/index.html</c>, because the application in the browser knows them. Default: false.
    /// A function does it rather than an error page, which would hide the errors of an API too.
    /// </summary>
    public bool AppRoutes { get; init; }

    /// <summary>What AWS or this program refuses; paths are within the row.</summary>
    /// <param name="origin">Where it asks; nothing when there is no such origin.</param>
    public IEnumerable<Problem> Validate(CdnOrigin? origin)
    {
        if (Path.Length > LongestPath || (Path != Everything && !Path.StartsWith('/')) || Path.Any(IsOdd))
            yield return new(
                "path",
                Path,
                $"{Everything}, or a pattern of {LongestPath} characters at most that begins with /",
                $"letters, digits and {PathPunctuation}"
            );
        var isKept = Cache != CdnCachePolicy.Disabled;
        if (isKept && Forward is { ForwardsAuthorization: true })
            yield return new(
                "cache",
                Cache.Name,
                $"{CdnCachePolicy.Disabled.Name} where {Forward.Name} forwards who is signed in",
                "one person's answer would be given to another"
            );
        if (isKept && Methods == CdnMethods.All)
            yield return new(
                "cache",
                Cache.Name,
                $"{CdnCachePolicy.Disabled.Name} where everything may be done",
                "an API's answers are not kept; give its public reads a row of their own"
            );
        if (AppRoutes && origin is { Kind: not CdnOriginKind.Bucket })
            yield return new("appRoutes", true, "false before a server", "it knows its paths itself");
        if (origin is not { Kind: CdnOriginKind.Bucket })
            yield break;
        if (Methods == CdnMethods.All)
            yield return new("methods", "all", "read before a bucket", "the distribution may only read there");
        if (Cache.ForwardsHost)
            yield return new(
                "cache",
                Cache.Name,
                $"{CdnCachePolicy.Optimized.Name} before a bucket",
                "S3 would refuse the signature"
            );
        if (Forward is { } forward && (forward.ForwardsHost || forward.ForwardsAuthorization))
            yield return new(
                "forward",
                forward.Name,
                $"{CdnRequestPolicy.CorsBucket.Name} or none before a bucket",
                "S3 would refuse the signature"
            );
    }

    private static bool IsOdd(char letter) =>
        !char.IsAsciiLetterOrDigit(letter) && !PathPunctuation.Contains(letter, StringComparison.Ordinal);
}
