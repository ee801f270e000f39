using System.Collections.Immutable;
using Infra.Identity;
using Infra.Validation;

namespace Infra.Settings.Identity;

/// <summary>Settings of the application in the browser.</summary>
internal sealed record WebClientSettings
{
    private const string Url = "URLs such as https://app.example.com/auth/callback";

    [Setting(
        "Whether tokens may be sent in the URL (implicit grant), where histories and logs keep them. Off, there is a code with PKCE."
    )]
    public bool Implicit { get; init; }

    [Setting("Whether people may be sent to http://localhost, for developers.")]
    public bool Localhost { get; init; }

    [Setting("Further URLs to which people may be sent back after they signed in.", Form = Url)]
    public ImmutableArray<string> CallbackUrls { get; init; } = [];

    [Setting("Further URLs to which people may be sent after they signed out.", Form = Url)]
    public ImmutableArray<string> LogoutUrls { get; init; } = [];

    /// <summary>The same as the pool takes it, without the URLs that the system adds itself.</summary>
    /// <param name="callbackUrls">Where the system sends people back to; may be none.</param>
    /// <param name="logoutUrls">Where it sends them after they signed out.</param>
    public WebClient Client(ImmutableArray<string> callbackUrls, ImmutableArray<string> logoutUrls) =>
        new()
        {
            CallbackUrls = [.. callbackUrls.Concat(CallbackUrls).Distinct()],
            LogoutUrls = [.. logoutUrls.Concat(LogoutUrls).Distinct()],
            AllowImplicit = Implicit,
            AllowLocalhost = Localhost,
        };

    /// <summary>What Cognito or this program refuses.</summary>
    public IEnumerable<Problem> Validate() =>
        // Whether there is any URL at all is the system's to say, which adds its own.
        Client([], []).Validate().Where(problem => problem.Path is not "callbackUrls" || CallbackUrls.Length > 0);
}
