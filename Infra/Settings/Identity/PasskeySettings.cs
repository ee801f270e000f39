using Infra.Identity;
using Infra.Naming;
using Infra.Validation;

namespace Infra.Settings.Identity;

/// <summary>Settings of the passkeys.</summary>
internal sealed record PasskeySettings
{
    [Setting("Whether people may sign in with a passkey instead of a password. Excludes mfa: required.")]
    public bool Enabled { get; init; }

    [Setting(
        "The host that passkeys belong to. Without one it is the host that people use. A new one makes all passkeys useless.",
        Form = "a host name such as app.example.com",
        Pattern = HostName.Pattern
    )]
    public string? RelyingParty { get; init; }

    [Setting("Whether a device checks finger, face or PIN before it uses a passkey.")]
    public UserVerification UserVerification { get; init; } = UserVerification.Required;

    /// <summary>The same as the pool takes it; nothing when off.</summary>
    /// <param name="host">The host that people use.</param>
    public Passkeys? Passkeys(string host) =>
        Enabled ? new() { RelyingParty = RelyingParty ?? host, UserVerification = UserVerification } : null;

    /// <summary>What does not fit together.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (!Enabled && RelyingParty is not null)
            yield return new("relyingParty", RelyingParty, "none while enabled is false", "set enabled: true to use it");
    }
}
