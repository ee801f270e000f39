namespace Infra.Settings.Data;

/// <summary>Who keeps the password of the database's master user.</summary>
internal enum MasterPassword
{
    /// <summary>RDS.</summary>
    Managed,

    /// <summary>This program, in a secret.</summary>
    Generated,
}
