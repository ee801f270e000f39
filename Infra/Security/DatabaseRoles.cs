namespace Infra.Security;

/// <summary>The users of the database, as the application knows them.</summary>
internal static class DatabaseRoles
{
    /// <summary>RDS's master user; not a superuser.</summary>
    public const string Master = "idpserver";

    /// <summary>Owns the tables and migrates them; row level security does not bind it.</summary>
    public const string Owner = "idp";

    /// <summary>The control plane; crosses tenants.</summary>
    public const string Admin = "idp_admin_user";

    /// <summary>The application; bound to one tenant at a time.</summary>
    public const string App = "idp_app_user";
}
