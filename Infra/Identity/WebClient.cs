using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Identity;

/// <summary>An application in a browser. It keeps no secret: the authorization code is bound to it by PKCE.</summary>
internal sealed record WebClient : PoolClient
{
    private const int MostUrls = 100;

    /// <summary>Where people may be sent back to after they signed in.</summary>
    public required ImmutableArray<string> CallbackUrls { get; init; }

    /// <summary>Where people may be sent after they signed out. Default: nowhere.</summary>
    public ImmutableArray<string> LogoutUrls { get; init; } = [];

    /// <summary>Whether URLs may begin with <c>http://localhost</c>, for developers. Default: false.</summary>
    public bool AllowLocalhost { get; init; }

    /// <summary>What it may ask for. Default: who the user is.</summary>
    public ImmutableArray<string> Scopes { get; init; } = ["email", "openid", "profile"];

    /// <summary>How people sign in without the pages of Cognito. Default: by SRP, and with a refresh token.</summary>
    public ImmutableArray<AuthFlow> Flows { get; init; } = [AuthFlow.Srp, AuthFlow.Refresh];

    /// <summary>Whether <see cref="AuthFlow.PlainPassword"/> is meant. Default: false.</summary>
    public bool AllowPlainPassword { get; init; }

    /// <summary>Whether tokens may be sent in the URL, where histories and logs keep them. Default: false.</summary>
    public bool AllowImplicit { get; init; }

    /// <summary>Seconds for which an old refresh token is still taken after it was exchanged for a new one; 0 to 60. Default: none is exchanged.</summary>
    public int? RotationGraceSeconds { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Validate() =>
        [
            .. Urls("callbackUrls", CallbackUrls),
            .. Urls("logoutUrls", LogoutUrls),
            .. Ways(),
            .. Tokens.Validate().Select(problem => problem.Under("tokens")),
        ];

    private IEnumerable<Problem> Urls(string path, ImmutableArray<string> urls)
    {
        if (urls.Length > MostUrls || path == "callbackUrls" && urls.IsEmpty)
            yield return new(path, urls.Length, $"1 to {MostUrls} URLs", "people must be sent somewhere after they signed in");
        for (var i = 0; i < urls.Length; i++)
            if (PoolUrl.Problem(urls[i], AllowLocalhost) is { } wayOut)
                yield return new(
                    $"{path}[{i}]",
                    urls[i],
                    AllowLocalhost ? "an https:// URL, or http://localhost" : "an https:// URL",
                    wayOut
                );
    }

    private IEnumerable<Problem> Ways()
    {
        if (!Scopes.Contains("openid"))
            yield return new("scopes", Scopes, "openid among them", "without it there is no id token");
        if (Flows.Contains(AuthFlow.PlainPassword) && !AllowPlainPassword)
            yield return new(
                "flows",
                "plain-password",
                "srp",
                "passwords need not travel; allow plain passwords by name if they must"
            );
        if (RotationGraceSeconds is < 0 or > 60)
            yield return new("rotationGraceSeconds", RotationGraceSeconds, "0 to 60 seconds", "Cognito takes no longer");
        if (RotationGraceSeconds is not null && Flows.Contains(AuthFlow.Refresh))
            yield return new(
                "flows",
                "refresh",
                "none with rotation",
                "Cognito exchanges tokens another way (GetTokensFromRefreshToken) then"
            );
    }
}
