using System.Collections.Immutable;
using Infra.Validation;
using Pulumi.Aws.S3.Inputs;

namespace Infra.Storage;

/// <summary>Which sites may use a bucket from a browser, and how. It gives nobody a right: they still need a signed address.</summary>
internal sealed record BucketCors
{
    private static readonly string[] Known = ["DELETE", "GET", "HEAD", "POST", "PUT"];

    /// <summary>The sites, as browsers name them: <c>https://app.example.com</c>.</summary>
    public required ImmutableArray<string> Origins { get; init; }

    /// <summary>Default: reading and uploading.</summary>
    public ImmutableArray<string> Methods { get; init; } = ["GET", "HEAD", "PUT"];

    /// <summary>Headers that the site may send. Default: the kind and the checksum of what is uploaded.</summary>
    public ImmutableArray<string> Headers { get; init; } = ["content-type", "content-md5", "x-amz-*"];

    /// <summary>Headers that the site may read. Default: ETag, by which a part of an upload is known.</summary>
    public ImmutableArray<string> ExposedHeaders { get; init; } = ["ETag"];

    /// <summary>Seconds for which a browser remembers the answer. Default: an hour.</summary>
    public int MaxAgeSeconds { get; init; } = 3600;

    /// <summary>The rule.</summary>
    public BucketCorsConfigurationCorsRuleArgs Rule() =>
        new()
        {
            AllowedOrigins = Origins.ToArray(),
            AllowedMethods = Methods.ToArray(),
            AllowedHeaders = Headers.ToArray(),
            ExposeHeaders = ExposedHeaders.ToArray(),
            MaxAgeSeconds = MaxAgeSeconds,
        };

    /// <summary>What S3 or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Origins.IsDefaultOrEmpty)
            yield return new("origins", "an empty list", "one or more sites", "without one leave cors out");
        foreach (var problem in Problems("origins", Origins.IsDefault ? [] : Origins))
            yield return problem;
        if (Methods.IsDefaultOrEmpty)
            yield return new("methods", "an empty list", Spelling.OneOf(Known), "a rule without methods allows nothing");
        for (var index = 0; index < (Methods.IsDefault ? 0 : Methods.Length); index++)
            if (!Known.Contains(Methods[index]))
                yield return new(
                    $"methods[{index}]",
                    Methods[index],
                    Spelling.OneOf(Known),
                    "S3 knows no other; OPTIONS is asked anyway"
                );
        if (MaxAgeSeconds is < 0 or > 86_400)
            yield return new("maxAgeSeconds", MaxAgeSeconds, "0 to 86400", "no browser remembers longer than a day");
    }

    /// <summary>What is wrong with a list of sites.</summary>
    public static IEnumerable<Problem> Problems(string path, ImmutableArray<string> origins)
    {
        for (var index = 0; index < origins.Length; index++)
            if (OriginProblem(origins[index]) is { } wayOut)
                yield return new($"{path}[{index}]", origins[index], "a site such as https://app.example.com", wayOut);
    }

    private static string? OriginProblem(string origin)
    {
        if (origin.Contains('*', StringComparison.Ordinal))
            return "any site with the pattern could use what a signed-in person may";
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            return "scheme and host";
        if (uri.GetLeftPart(UriPartial.Authority) != origin)
            return "browsers send neither a path nor a slash at the end";
        if (uri.Scheme == "http" && uri.Host != "localhost")
            return "only localhost may do without TLS";
        return null;
    }
}
