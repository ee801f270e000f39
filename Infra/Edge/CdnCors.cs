using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Edge;

/// <summary>
/// Which pages may read answers that the distribution gives itself, such as its errors: browsers hide from scripts what does not say so. What
/// an origin says of its own answers stands.
/// </summary>
/// <param name="Origin">The site that calls, such as <c>https://www.example.com</c>.</param>
/// <param name="Methods">What it may do.</param>
internal sealed record CdnCors(string Origin, ImmutableArray<string> Methods)
{
    /// <summary>What it may say beside what every page may. Default: who is signed in, and what it sends.</summary>
    public ImmutableArray<string> Headers { get; init; } = ["Authorization", "Content-Type"];

    /// <summary>What CloudFront or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (
            !Uri.TryCreate(Origin, UriKind.Absolute, out var uri)
            || uri.Scheme != "https"
            || uri.GetLeftPart(UriPartial.Authority) != Origin
        )
            yield return new("origin", Origin, "https:// and a host, nothing behind", "browsers compare it letter by letter");
        if (Methods.IsEmpty)
            yield return new("methods", "an empty list", "one or more", "or leave cors out");
    }
}
