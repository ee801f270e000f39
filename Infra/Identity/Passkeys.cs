using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Identity;

/// <summary>Sign-in with a passkey instead of a password.</summary>
internal sealed partial record Passkeys
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
        if (!Host().IsMatch(RelyingParty))
            yield return new("relyingParty", RelyingParty, "a host name such as app.example.com", "without https:// and path");
    }

    [GeneratedRegex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$")]
    private static partial Regex Host();
}
