namespace Infra.Compute;

/// <summary>What a service of several is given besides its own settings.</summary>
internal enum ServiceGrant
{
    /// <summary>Where the database is, the password as a secret, and a way there through the security groups.</summary>
    Database,

    /// <summary>The secrets of the system's providers, as secrets.</summary>
    Secrets,

    /// <summary>Which user pool and clients there are, and the right to ask the pool.</summary>
    Users,
}
