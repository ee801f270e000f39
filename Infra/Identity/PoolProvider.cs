using System.Collections.Immutable;
using Infra.Validation;
using Pulumi;

namespace Infra.Identity;

/// <summary>Another service through which people may sign in. What is missing leaves it out, with a warning: the rest of the pool does not wait.</summary>
internal sealed record PoolProvider
{
    /// <summary>How it tells who somebody is.</summary>
    public required PoolProviderKind Kind { get; init; }

    /// <summary>The id it gave us. Default: none yet.</summary>
    public Input<string>? ClientId { get; init; }

    /// <summary>The secret it gave us; it becomes a secret of the stack. Default: none yet.</summary>
    public Input<string>? ClientSecret { get; init; }

    /// <summary>What we ask it for. Default: who the user is.</summary>
    public ImmutableArray<string> Scopes { get; init; } = ["openid", "email", "profile"];

    /// <summary>The issuer of a service with OpenID Connect, such as <c>https://access.line.me</c>. Default: none yet.</summary>
    public string? Issuer { get; init; }

    /// <summary>Endpoints by Cognito's names (<c>authorize_url</c>, <c>token_url</c>, <c>attributes_url</c>, <c>jwks_uri</c>). Default: it publishes them.</summary>
    public ImmutableSortedDictionary<string, string> Endpoints { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Which claim fills which attribute of the user. Default: the address and the subject.</summary>
    public ImmutableSortedDictionary<string, string> AttributeMapping { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("email", "email").Add("username", "sub");

    /// <summary>What people must see to before it works, beside its credentials. Default: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>What is still missing, in words; nothing when the provider can be made.</summary>
    public string? Missing =>
        ClientId is null ? "client id"
        : ClientSecret is null ? "client secret"
        : Kind == PoolProviderKind.Oidc && Issuer is null ? "issuer"
        : null;

    /// <summary>What Cognito refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Kind == PoolProviderKind.Oidc && !Scopes.Contains("openid"))
            yield return new("scopes", Scopes, "openid among them", "without it there is no id token");
        if (Issuer is not null && !Issuer.StartsWith("https://", StringComparison.Ordinal))
            yield return new("issuer", Issuer, "an https:// URL", "tokens name it so");
        foreach (var name in Endpoints.Keys.Except(["authorize_url", "token_url", "attributes_url", "jwks_uri"]))
            yield return new(
                $"endpoints.{name}",
                name,
                "authorize_url, token_url, attributes_url or jwks_uri",
                "Cognito knows no other"
            );
    }
}
