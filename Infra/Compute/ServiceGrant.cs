namespace Infra.Compute;

/// <summary>What a service of several is given besides its own settings.</summary>
internal enum ServiceGrant
{
    /// <summary>Where the database is, the password as a secret, and a way there through the security groups.</summary>
    Database,

    /// <summary>The secrets of the system's providers, as secrets.</summary>
    Secrets,

    /// <summary>Which user pool and client there are: enough to let people sign in and to check their tokens.</summary>
    Users,

    /// <summary>The right to look users up in the pool and to keep them up to date.</summary>
    UserRights,
}
