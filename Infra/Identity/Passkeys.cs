using Infra.Naming;
using Infra.Validation;

namespace Infra.Identity;

/// <summary>Sign-in with a passkey instead of a password.</summary>
internal sealed record Passkeys
{
    /// <summary>
    /// The host that passkeys belong to: the page that asks for them is on it or below it. A new one makes all passkeys useless. Behind managed
    /// login pages on a host of our own it must be that host, so that one is taken then.
    /// </summary>
    public required string RelyingParty { get; init; }

    /// <summary>Default: required.</summary>
    public UserVerification UserVerification { get; init; } = UserVerification.Required;

    /// <summary>What Cognito or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (!HostName.IsSound(RelyingParty))
            yield return new("relyingParty", RelyingParty, "a host name such as app.example.com", "without https:// and path");
    }
}
