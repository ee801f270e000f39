using Infra.Storage;
using Pulumi;
using Pulumi.Aws.S3;

namespace Infra.Systems;

/// <summary>What callers of finsight's API read while it is away: JSON, as they read of any other error.</summary>
internal static class FinsightErrorPage
{
    /// <summary>What stands before the path of every page.</summary>
    public const string Folder = "/errors";

    /// <summary>Where it is.</summary>
    public const string Path = $"{Folder}/unavailable.json";

    private const string Text =
        """{"error":"unavailable","message":"The service cannot answer at the moment. Try again in a minute."}""";

    /// <summary>Puts it into the bucket.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="bucket">The bucket, which the CDN reads.</param>
    /// <param name="parent">Whose it is.</param>
    public static void Make(string name, PrivateBucket bucket, Resource parent) =>
        _ = new BucketObjectv2(
            $"{name}-error-page",
            new()
            {
                Bucket = bucket.Name,
                Key = Path[1..],
                Content = Text,
                ContentType = "application/json",
                CacheControl = "no-store",
            },
            new() { Parent = parent }
        );
}
