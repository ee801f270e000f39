namespace Infra.Identity;

/// <summary>Whether people prove with an authenticator app that it is them. Never by text message: numbers are hijacked, and cost.</summary>
internal enum PoolMfa
{
    /// <summary>Nobody is asked.</summary>
    Off,

    /// <summary>Who has set up an app is asked.</summary>
    Optional,

    /// <summary>Everybody has to set up an app at the first sign-in.</summary>
    Required,
}
