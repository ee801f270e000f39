namespace Infra.Data;

/// <summary>How a proxy signs in to the database. Applications always sign in to the proxy by IAM.</summary>
internal enum ProxyAuth
{
    /// <summary>
    /// With the password of the master user, which it reads from the secret. Nothing has to be done in the database, but whoever may connect
    /// is the master user: the larger right.
    /// </summary>
    Secret,

    /// <summary>By IAM, as a user of the application's own that somebody has made in the database and granted <c>rds_iam</c>.</summary>
    Iam,
}
