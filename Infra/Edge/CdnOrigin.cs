using Infra.Validation;
using Pulumi;

namespace Infra.Edge;

/// <summary>Where a distribution gets what it does not have.</summary>
/// <param name="Id">What behaviours call it.</param>
/// <param name="Kind">How it is asked.</param>
/// <param name="Host">Its host, without scheme.</param>
internal sealed record CdnOrigin(string Id, CdnOriginKind Kind, Input<string> Host)
{
    /// <summary>What is added to every request so that the origin knows it comes from here. Default: none, which only a bucket may.</summary>
    public OriginHeader? Header { get; init; }

    /// <summary>
    /// An output of whatever asks for the header, such as a rule of a load balancer. A new value is then accepted before it is sent. Default:
    /// nothing is waited for.
    /// </summary>
    public Input<string>? AcceptedBy { get; init; }

    /// <summary>What is put before every path, such as the stage of an API, <c>/prod</c>. Default: nothing.</summary>
    public string? Path { get; init; }

    /// <summary>Seconds to wait for an answer. Default: 30. AWS gives more than 60 only on request.</summary>
    public int ReadTimeoutSeconds { get; init; } = 30;

    /// <summary>What AWS or this program refuses; paths are within the origin.</summary>
    /// <param name="protect">Whether the stack is protected.</param>
    public IEnumerable<Problem> Validate(bool protect)
    {
        if (Id.Length == 0)
            yield return new("id", Id, "a name", "behaviours name it");
        if (Kind == CdnOriginKind.Bucket && Header is not null)
            yield return new("header", Header.Name, "none for a bucket", "S3 knows the distribution by its signature");
        if (Kind != CdnOriginKind.Bucket && Header is null)
            yield return new(
                "header",
                null,
                "the header of an OriginSecret",
                "everybody could go around the CDN and its firewall"
            );
        if (Kind == CdnOriginKind.Http && protect)
            yield return new("kind", "http", "https while protect is true", "tokens would travel in the clear: set a domain");
        if (Path is { } path && (!path.StartsWith('/') || path.EndsWith('/')))
            yield return new("path", path, "a path that begins with / and ends without", "for example /prod");
        if (ReadTimeoutSeconds is < 1 or > 60)
            yield return new("readTimeoutSeconds", ReadTimeoutSeconds, "1 to 60", "AWS gives more only on request");
    }
}
