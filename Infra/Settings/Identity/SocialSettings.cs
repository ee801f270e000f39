using System.Collections.Immutable;
using Infra.Identity;
using Infra.Security;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Identity;

/// <summary>
/// Settings of the other services through which people may sign in. What the services gave us as secrets is not among them: it comes from
/// <see cref="StackSecrets"/>.
/// </summary>
internal sealed record SocialSettings
{
    private const string Role = "oauth-credentials";

    /// <summary>The secrets that a system with these settings takes from people.</summary>
    public static readonly ImmutableArray<KnownSecret> Secrets =
    [
        new("googleClientSecret", "The secret of the client at Google, from the Google Cloud console, for sign-in with Google."),
        new("lineClientSecret", "The channel secret, from the LINE Developers console, for sign-in with LINE."),
        new("xClientSecret", "The secret of the client at the bridge, for sign-in with X."),
    ];

    [Setting("Sign-in with Google.")]
    public GoogleSignInSettings Google { get; init; } = new();

    [Setting("Sign-in with LINE.")]
    public LineSignInSettings Line { get; init; } = new();

    [Setting("Sign-in with X, through a bridge that speaks OpenID Connect.")]
    public XSignInSettings X { get; init; } = new();

    /// <summary>
    /// The services as a pool takes them. Google and LINE are always among them, so that a preview warns of what they still miss; X only where the
    /// stack means it.
    /// </summary>
    /// <param name="secrets">The secrets of the stack.</param>
    public ImmutableSortedDictionary<string, PoolProvider> Providers(StackSecrets secrets)
    {
        var providers = ImmutableSortedDictionary
            .Create<string, PoolProvider>(StringComparer.Ordinal)
            .Add(SocialProviders.GoogleName, SocialProviders.Google(Given(Google.ClientId), Secret(secrets, "google")))
            .Add(SocialProviders.LineName, SocialProviders.Line(Given(Line.ClientId), Secret(secrets, "line")));
        if (!X.IsMeant && !secrets.Has("xClientSecret"))
            return providers;
        var bridge = SocialProviders.Bridge(Given(X.ClientId), Secret(secrets, "x"), X.Issuer, X.Endpoints);
        return providers.Add(SocialProviders.XName, bridge);
    }

    /// <summary>
    /// The secret with ids and secrets of all services, for containers: <c>google_client_id</c>, <c>google_client_secret</c> and so on, only what
    /// is known. It is made with nothing in it too: a secret that came and went would keep its name for a week.
    /// </summary>
    /// <param name="context">The stack.</param>
    /// <param name="keyArn">The key that encrypts it.</param>
    /// <param name="recoveryDays">Days in which a deleted secret can be rescued.</param>
    /// <param name="protect">Whether it refuses deletion.</param>
    public JsonSecretArgs ToSecret(StackContext context, Input<string> keyArn, int recoveryDays, bool protect) =>
        new()
        {
            Context = context,
            Role = Role,
            Name = context.Label.Name(Role),
            Description = $"OAuth credentials of {context.Label.Prefix}",
            KeyArn = keyArn,
            Values = Credentials(context.Secrets),
            MayBeEmpty = true,
            RecoveryDays = recoveryDays,
            Protect = protect,
        };

    /// <summary>What does not fit together.</summary>
    public IEnumerable<Problem> Validate() => X.Validate().Select(problem => problem.Under("x"));

    private ImmutableSortedDictionary<string, Input<string>> Credentials(StackSecrets secrets)
    {
        var credentials = ImmutableSortedDictionary.CreateBuilder<string, Input<string>>(StringComparer.Ordinal);
        foreach (var (service, id) in new[] { ("google", Google.ClientId), ("line", Line.ClientId), ("x", X.ClientId) })
        {
            if (id is not null)
                credentials[$"{service}_client_id"] = id;
            if (Secret(secrets, service) is { } secret)
                credentials[$"{service}_client_secret"] = secret;
        }
        return credentials.ToImmutable();
    }

    // Nothing must stay nothing: an input made of it would be there.
    private static Input<string>? Given(string? id) => id is null ? null : (Input<string>)id;

    private static Input<string>? Secret(StackSecrets secrets, string service) =>
        secrets.Find($"{service}ClientSecret") is { } secret ? (Input<string>)secret : null;
}
