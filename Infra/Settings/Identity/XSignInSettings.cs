using System.Collections.Immutable;
using Infra.Identity;
using Infra.Validation;

namespace Infra.Settings.Identity;

/// <summary>
/// Settings of sign-in with X. X gives no id tokens, without which Cognito lets nobody in: a bridge that speaks OpenID Connect stands between. All
/// of it is known, or nothing.
/// </summary>
internal sealed record XSignInSettings
{
    private const string Form = "an https:// URL without ? and #";
    private const string Url = @"^https://[^\s?#]+$";

    [Setting(
        "The client at the bridge. Without any of these settings nobody signs in with X.",
        Form = "a text without spaces",
        Pattern = @"^\S+$"
    )]
    public string? ClientId { get; init; }

    [Setting("Who issues the id tokens, as they say themselves.", Form = Form, Pattern = Url)]
    public string? Issuer { get; init; }

    [Setting("Where people agree at the bridge.", Form = Form, Pattern = Url)]
    public string? AuthorizeUrl { get; init; }

    [Setting("Where a code becomes tokens.", Form = Form, Pattern = Url)]
    public string? TokenUrl { get; init; }

    [Setting("Where the bridge says who somebody is.", Form = Form, Pattern = Url)]
    public string? UserInfoUrl { get; init; }

    [Setting("Where the keys are that sign the id tokens.", Form = Form, Pattern = Url)]
    public string? JwksUrl { get; init; }

    /// <summary>Whether the stack file says anything of it.</summary>
    public bool IsMeant => Parts.Any(part => part.Value is not null);

    /// <summary>The four endpoints as the pool takes them; those that are missing are left out.</summary>
    public ImmutableSortedDictionary<string, string> Endpoints =>
        this is { AuthorizeUrl: { } authorize, TokenUrl: { } token, UserInfoUrl: { } userInfo, JwksUrl: { } jwks }
            ? SocialProviders.Endpoints(authorize, token, userInfo, jwks)
            : ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private (string Key, string? Value)[] Parts =>
        [
            ("clientId", ClientId),
            ("issuer", Issuer),
            ("authorizeUrl", AuthorizeUrl),
            ("tokenUrl", TokenUrl),
            ("userInfoUrl", UserInfoUrl),
            ("jwksUrl", JwksUrl),
        ];

    /// <summary>What is missing of it.</summary>
    public IEnumerable<Problem> Validate() =>
        IsMeant
            ? Parts
                .Where(part => part.Value is null)
                .Select(part => new Problem(
                    part.Key,
                    part.Value,
                    "a value beside the others of x",
                    "Cognito must know all of the bridge; or remove the others"
                ))
            : [];
}
