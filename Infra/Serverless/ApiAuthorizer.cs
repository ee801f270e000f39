using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Serverless;

/// <summary>
/// A function that API Gateway asks who brings a token (Lambda authorizer of type REQUEST). It stands outside of any VPC: the issuer's keys are
/// on the internet. It must return <c>principalId</c> and a policy for every route (<c>…/stage/*/*</c>), because a remembered answer is used for
/// whatever the same token asks for next: one that names only the route just called refuses all others until it is forgotten.
/// </summary>
/// <param name="Function">The function.</param>
internal sealed partial record ApiAuthorizer(ApiFunction Function)
{
    /// <summary>The header of the token.</summary>
    public const string TokenHeader = "Authorization";

    /// <summary>
    /// How long an answer is remembered, 0 to 3600 seconds; a token that is taken back still counts for so long. Default: 300. 0 asks for each
    /// request.
    /// </summary>
    public int CacheSeconds { get; init; } = 300;

    /// <summary>
    /// The headers that the function decides by. They are what an answer is remembered under, so none that it looks at may be missing here, or
    /// one caller would get another's answer. Where one is missing or empty in a request, API Gateway answers 401 and asks nobody. Default: the
    /// header of the token.
    /// </summary>
    public ImmutableArray<string> Headers { get; init; } = [TokenHeader];

    /// <summary>The same as API Gateway writes them.</summary>
    public string IdentitySource => string.Join(',', Headers.Select(header => $"method.request.header.{header}"));

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (CacheSeconds is < 0 or > 3600)
            yield return new(
                "cacheSeconds",
                CacheSeconds,
                "0 to 3600",
                "API Gateway remembers no longer; 0 asks for each request"
            );
        if (!Headers.Contains(TokenHeader, StringComparer.Ordinal))
            yield return new("headers", Headers, $"{TokenHeader} among them", "without it all callers would share one answer");
        foreach (var header in Headers.Where(header => !Header().IsMatch(header)))
            yield return new("headers", header, "letters, digits and -", "it is the name of a header and nothing else");
        if (Headers.Distinct(StringComparer.OrdinalIgnoreCase).Count() != Headers.Length)
            yield return new("headers", Headers, "each header once", "remove one");
    }

    /// <summary>The name of a header.</summary>
    [GeneratedRegex("^[A-Za-z0-9-]+$")]
    internal static partial Regex Header();
}
