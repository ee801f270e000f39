using System.Collections.Immutable;
using Infra.Identity;
using Infra.Validation;

namespace Infra.Settings.Identity;

/// <summary>Settings of the users and how they sign in.</summary>
internal sealed record UserPoolSettings
{
    [Setting("Whether people may sign up themselves. Off, somebody invites them.")]
    public bool SelfSignUp { get; init; }

    [Setting(
        "Whether people prove with an authenticator app that it is them. required excludes passkeys; AWS advises optional "
            + "together with threat protection, which asks for the app when something is odd. Text messages are never used: numbers are "
            + "hijacked, and cost."
    )]
    public PoolMfa Mfa { get; init; } = PoolMfa.Required;

    [Setting(
        "What is done about sign-ins that look like an attack: audit measures them, enforced acts. Both need the plan Plus, 0.020 USD for each "
            + "user active in a month instead of 0.0055 to 0.015."
    )]
    public ThreatProtection ThreatProtection { get; init; } = ThreatProtection.Enforced;

    [Setting(
        "What happens to a sign-in that is most likely an attack. mfa-required turns away only who has no authenticator app."
    )]
    public HighRiskAction HighRisk { get; init; } = HighRiskAction.MfaRequired;

    [Setting(
        "Whether the pool refuses to be deleted and outlives the stack. Users cannot be moved to another pool with their passwords."
    )]
    public bool DeletionProtection { get; init; } = true;

    [Setting("What a password must be. It always has small and capital letters, digits and symbols.")]
    public PasswordSettings Password { get; init; } = new();

    [Setting("How long tokens are good.")]
    public TokenSettings Tokens { get; init; } = new();

    [Setting("The application in the browser.")]
    public WebClientSettings Web { get; init; } = new();

    [Setting("Where the sign-in pages are.")]
    public SignInPageSettings Pages { get; init; } = new();

    [Setting("Sign-in with passkeys.")]
    public PasskeySettings Passkeys { get; init; } = new();

    [Setting("What the pool writes down.")]
    public UserPoolLogSettings Logs { get; init; } = new();

    /// <summary>What is done about attacks, as the pool takes it.</summary>
    public PoolThreats Threats => new() { Mode = ThreatProtection, HighRisk = HighRisk };

    /// <summary>The application in the browser, with its tokens. With passkeys people choose how they sign in.</summary>
    /// <param name="callbackUrls">Where the system sends people back to; may be none.</param>
    /// <param name="logoutUrls">Where it sends them after they signed out.</param>
    public WebClient Client(ImmutableArray<string> callbackUrls, ImmutableArray<string> logoutUrls)
    {
        var client = Web.Client(callbackUrls, logoutUrls) with { Tokens = Tokens.Lifetimes };
        return Passkeys.Enabled ? client with { Flows = [.. client.Flows, AuthFlow.Choice] } : client;
    }

    /// <summary>What single settings cannot say.</summary>
    /// <param name="protect">Whether the stack refuses to be deleted.</param>
    /// <param name="context">The stack.</param>
    public IEnumerable<Problem> Validate(bool protect, StackContext context)
    {
        if (protect && !DeletionProtection)
            yield return new(
                "deletionProtection",
                false,
                "true while protect is true",
                "set protect: false to delete the pool with its users"
            );
        foreach (
            var problem in PoolCheck
                .Factors(Mfa, Threats, Passkeys.Enabled)
                .Select(problem => problem with { Path = problem.Path == "threats.highRisk" ? "highRisk" : problem.Path })
                .Concat(PoolCheck.Records(Threats, Logs.SignIns))
                .Concat(Password.Validate().Select(problem => problem.Under("password")))
                .Concat(Tokens.Validate().Select(problem => problem.Under("tokens")))
                .Concat(Web.Validate().Select(problem => problem.Under("web")))
                .Concat(Pages.Validate(context).Select(problem => problem.Under("pages")))
                .Concat(Passkeys.Validate().Select(problem => problem.Under("passkeys")))
        )
            yield return problem;
    }
}
