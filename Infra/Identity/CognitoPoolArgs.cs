using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Identity;

/// <summary>What a <see cref="CognitoPool"/> needs.</summary>
internal sealed record CognitoPoolArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>What the pool is called; clients are called so too, with their key behind. Default: the stack's prefix and <c>users</c>.</summary>
    public string? Name { get; init; }

    /// <summary>What people type. It can never be changed. Default: their e-mail address.</summary>
    public SignInName SignInName { get; init; } = SignInName.Email;

    /// <summary>Whether people may sign up themselves. Default: false; somebody invites them.</summary>
    public bool SelfSignUp { get; init; }

    /// <summary>What a password must be.</summary>
    public PasswordPolicy Password { get; init; } = new();

    /// <summary>Default: required.</summary>
    public PoolMfa Mfa { get; init; } = PoolMfa.Required;

    /// <summary>What is done about attacks.</summary>
    public PoolThreats Threats { get; init; } = new();

    /// <summary>Sign-in with passkeys. Default: none.</summary>
    public Passkeys? Passkeys { get; init; }

    /// <summary>What is known of a user. Attributes can be added later, and never changed or removed. Default: the e-mail address, required.</summary>
    public ImmutableArray<PoolAttribute> Attributes { get; init; } = [new PoolAttribute("email") { Required = true }];

    /// <summary>How devices are remembered. Default: not at all.</summary>
    public DeviceTracking? Devices { get; init; }

    /// <summary>Groups by name. Default: none.</summary>
    public ImmutableSortedDictionary<string, PoolGroup> Groups { get; init; } = Keyed<PoolGroup>();

    /// <summary>Applications by key. Default: none.</summary>
    public ImmutableSortedDictionary<string, PoolClient> Clients { get; init; } = Keyed<PoolClient>();

    /// <summary>APIs with scopes of their own, by key. Default: none.</summary>
    public ImmutableSortedDictionary<string, PoolResourceServer> ResourceServers { get; init; } = Keyed<PoolResourceServer>();

    /// <summary>Other services through which people may sign in, by the name that the pages show. Default: none.</summary>
    public ImmutableSortedDictionary<string, PoolProvider> Providers { get; init; } = Keyed<PoolProvider>();

    /// <summary>Where pages and OAuth endpoints are. Default: nowhere, so that only the SDK can sign in.</summary>
    public PoolDomain? Domain { get; init; }

    /// <summary>E-mail through SES. Default: Cognito sends itself, 50 a day.</summary>
    public PoolMail? Mail { get; init; }

    /// <summary>What is written down. Default: nothing.</summary>
    public PoolLogs? Logs { get; init; }

    /// <summary>Functions that the pool asks, by their ARN. Default: none.</summary>
    public ImmutableSortedDictionary<PoolTrigger, Input<string>> Triggers { get; init; } =
        ImmutableSortedDictionary<PoolTrigger, Input<string>>.Empty;

    /// <summary>A regional web ACL in front of pages and API. Default: none.</summary>
    public Input<string>? WebAclArn { get; init; }

    /// <summary>The feature plan. Default: the cheapest that has what is used.</summary>
    public FeaturePlan? Plan { get; init; }

    /// <summary>Whether the pool refuses to be deleted and outlives the stack. Default: true.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>What the pool is called.</summary>
    public string PoolName => Name ?? Context.Label.Name("users");

    /// <summary>The host that passkeys belong to: that of managed login pages, where these are on a host of our own.</summary>
    public string? RelyingParty =>
        Passkeys is null ? null
        : Domain is { ManagedLogin: true, Host: { } host } ? host
        : Passkeys.RelyingParty;

    /// <summary>The other services that can be used already.</summary>
    public IEnumerable<KeyValuePair<string, PoolProvider>> UsableProviders =>
        Providers.Where(provider => provider.Value.Missing is null);

    /// <summary>What Cognito or this program refuses.</summary>
    public IEnumerable<Problem> Validate() => PoolCheck.Problems(this);

    private static ImmutableSortedDictionary<string, T> Keyed<T>() =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
