namespace Infra.Identity;

/// <summary>A way to sign in without the pages of Cognito.</summary>
internal enum AuthFlow
{
    /// <summary>With a password that never leaves the device.</summary>
    Srp,

    /// <summary>With challenges that functions of ours make.</summary>
    Custom,

    /// <summary>With whatever first factor the user has: the only way to a passkey.</summary>
    Choice,

    /// <summary>With a refresh token.</summary>
    Refresh,

    /// <summary>With a password that is sent to Cognito. Refused unless a client asks for it by name.</summary>
    PlainPassword,
}
