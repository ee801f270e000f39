using System.Collections.Immutable;
using Infra.Serverless;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Serverless;

/// <summary>Settings of the function that checks the tokens (JWT) of an issuer such as Auth0, for an API.</summary>
internal sealed record JwtAuthorizerSettings
{
    private const string Keys = ".well-known/jwks.json";

    [Setting(
        "Who issues the tokens, exactly as their iss says it. Auth0 ends it with a slash.",
        Form = "an address such as https://example.auth0.com/"
    )]
    public string? Issuer { get; init; }

    [Setting("Whom the tokens are for, as their aud says it: the identifier of the API at the issuer.")]
    public string? Audience { get; init; }

    [Setting(
        "Where the issuer's public keys are. Without one it is .well-known/jwks.json of the issuer.",
        Form = "an address such as https://example.auth0.com/.well-known/jwks.json"
    )]
    public string? JwksUrl { get; init; }

    [Setting(
        "How long API Gateway remembers what it was told of a token; for so long a token counts that was taken back. 0 asks for each request.",
        Unit = "seconds",
        Min = 0,
        Max = 3600
    )]
    public int CacheSeconds { get; init; } = 300;

    [Setting("The function. It stands outside of the VPC, because the issuer's keys are on the internet.")]
    public DomainFunctionSettings Function { get; init; } = new() { MemoryMiB = 256, TimeoutSeconds = 10 };

    /// <summary>Where the keys are.</summary>
    public string KeysAt => JwksUrl ?? $"{Issuer}{Keys}";

    /// <summary>The same as the component takes it.</summary>
    /// <param name="system">The system; its builds are named after it.</param>
    public DomainAuthorizer ToAuthorizer(string system) =>
        new(
            Function.ToFunction(system, DomainAuthorizer.Role, $"Checks the tokens of {system}") with
            {
                Environment = ImmutableSortedDictionary
                    .Create<string, Input<string>>(StringComparer.Ordinal)
                    .Add("JWKS_URL", KeysAt)
                    .Add("JWT_AUDIENCE", Audience ?? "")
                    .Add("JWT_ISSUER", Issuer ?? ""),
            }
        )
        {
            CacheSeconds = CacheSeconds,
        };

    /// <summary>What single settings cannot say.</summary>
    /// <param name="system">The system.</param>
    /// <param name="production">Whether users are served.</param>
    public IEnumerable<Problem> Validate(string system, bool production)
    {
        if (Https(Issuer) is not { } issuer || issuer.Query.Length > 0 || !Issuer!.EndsWith('/'))
            yield return new(
                "issuer",
                Issuer,
                "an address such as https://example.auth0.com/, with the slash at its end",
                "it is compared with each token's iss letter by letter"
            );
        if (string.IsNullOrWhiteSpace(Audience))
            yield return new(
                "audience",
                Audience,
                "the identifier of the API at the issuer",
                "tokens for other APIs of the issuer would be taken"
            );
        if (JwksUrl is not null && Https(JwksUrl) is null)
            yield return new(
                "jwksUrl",
                JwksUrl,
                "an address with https",
                "who could change the keys on their way could sign tokens"
            );
        foreach (var problem in Function.Validate(system, DomainAuthorizer.Role, production))
            yield return problem.Under("function");
    }

    private static Uri? Https(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : null;
}
