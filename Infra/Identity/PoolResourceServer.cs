using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Identity;

/// <summary>An API that asks tokens for scopes of its own.</summary>
internal sealed partial record PoolResourceServer
{
    /// <summary>What scopes begin with, such as <c>api</c> or <c>https://api.example.com</c>. A new one makes another API.</summary>
    public required string Identifier { get; init; }

    /// <summary>What each scope allows, by its name.</summary>
    public required ImmutableSortedDictionary<string, string> Scopes { get; init; }

    /// <summary>The scopes as clients ask for them.</summary>
    public IEnumerable<string> FullScopes => Scopes.Keys.Select(scope => $"{Identifier}/{scope}");

    /// <summary>What Cognito refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Identifier.Length is 0 or > 256)
            yield return new("identifier", Identifier, "1 to 256 characters", "scopes begin with it");
        if (Scopes.Count is 0 or > 100)
            yield return new("scopes", Scopes.Count, "1 to 100 scopes", "an API without scopes needs no resource server");
        foreach (var (scope, description) in Scopes)
        {
            if (!Sound().IsMatch(scope))
                yield return new(
                    $"scopes.{scope}",
                    scope,
                    "letters, digits and punctuation without space, quote, / and \\",
                    "OAuth has no others"
                );
            if (description.Length is 0 or > 256)
                yield return new($"scopes.{scope}", description, "a description of 1 to 256 characters", "say what it allows");
        }
    }

    [GeneratedRegex(@"^[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]{1,256}$")]
    private static partial Regex Sound();
}
