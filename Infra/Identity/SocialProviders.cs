using System.Collections.Immutable;
using Pulumi;

namespace Infra.Identity;

/// <summary>Services that many people have an account with, as a pool takes them.</summary>
internal static class SocialProviders
{
    /// <summary>What pages and clients call Google; Cognito knows it by this name only.</summary>
    public const string GoogleName = "Google";

    /// <summary>What pages and clients call LINE.</summary>
    public const string LineName = "LINE";

    /// <summary>What pages and clients call X. The letter alone would be refused: Cognito wants three characters.</summary>
    public const string XName = "X-Twitter";

    // email_verified is left out on purpose: in a pool where addresses are aliases, a service that vouches for an address would take it over
    // from the account that has it. An address that comes from elsewhere only informs.
    private static readonly ImmutableSortedDictionary<string, string> Person = ImmutableSortedDictionary
        .Create<string, string>(StringComparer.Ordinal)
        .Add("email", "email")
        .Add("name", "name")
        .Add("picture", "picture")
        .Add("username", "sub");

    /// <summary>Google, by OAuth 2.0.</summary>
    /// <param name="clientId">The id of the client at Google. Default: none yet.</param>
    /// <param name="clientSecret">Its secret. Default: none yet.</param>
    public static PoolProvider Google(Input<string>? clientId, Input<string>? clientSecret) =>
        new()
        {
            Kind = PoolProviderKind.Google,
            ClientId = clientId,
            ClientSecret = clientSecret,
            AttributeMapping = Person,
        };

    /// <summary>
    /// LINE, by OpenID Connect. Its web sign-in gives id tokens signed with the channel secret (HS256), whatever its metadata say of ES256;
    /// Cognito checks those with the client secret. The endpoints are written out, so that no deployment depends on the metadata.
    /// </summary>
    /// <param name="clientId">The id of the channel. Default: none yet.</param>
    /// <param name="clientSecret">The channel secret. Default: none yet.</param>
    public static PoolProvider Line(Input<string>? clientId, Input<string>? clientSecret) =>
        new()
        {
            Kind = PoolProviderKind.Oidc,
            ClientId = clientId,
            ClientSecret = clientSecret,
            Issuer = "https://access.line.me",
            Endpoints = Endpoints(
                "https://access.line.me/oauth2/v2.1/authorize",
                "https://api.line.me/oauth2/v2.1/token",
                "https://api.line.me/oauth2/v2.1/userinfo",
                "https://api.line.me/oauth2/v2.1/certs"
            ),
            AttributeMapping = Person,
            Note = "LINE tells an e-mail address only to channels that have asked for that permission in its console",
        };

    /// <summary>
    /// Any service through a bridge that speaks OpenID Connect for it. X needs one: it has OAuth 2.0 without id tokens, and Cognito lets nobody
    /// in without.
    /// </summary>
    /// <param name="clientId">The id of the client at the bridge. Default: none yet.</param>
    /// <param name="clientSecret">Its secret. Default: none yet.</param>
    /// <param name="issuer">Who issues the id tokens. Default: none yet.</param>
    /// <param name="endpoints">Where the bridge is asked; see <see cref="Endpoints"/>.</param>
    public static PoolProvider Bridge(
        Input<string>? clientId,
        Input<string>? clientSecret,
        string? issuer,
        ImmutableSortedDictionary<string, string> endpoints
    ) =>
        new()
        {
            Kind = PoolProviderKind.Oidc,
            ClientId = clientId,
            ClientSecret = clientSecret,
            Issuer = issuer,
            Endpoints = endpoints,
            AttributeMapping = Person,
            Note = "the bridge must tell an e-mail address; not every account of the service has one",
        };

    /// <summary>The four endpoints by Cognito's names.</summary>
    /// <param name="authorize">Where people agree.</param>
    /// <param name="token">Where a code becomes tokens.</param>
    /// <param name="userInfo">Where it says who somebody is.</param>
    /// <param name="jwks">Where the keys are that sign the tokens.</param>
    public static ImmutableSortedDictionary<string, string> Endpoints(
        string authorize,
        string token,
        string userInfo,
        string jwks
    ) =>
        ImmutableSortedDictionary
            .Create<string, string>(StringComparer.Ordinal)
            .Add("authorize_url", authorize)
            .Add("token_url", token)
            .Add("attributes_url", userInfo)
            .Add("jwks_uri", jwks);
}
