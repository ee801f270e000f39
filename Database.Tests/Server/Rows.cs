namespace Database.Tests.Server;

/// <summary>What two tenants keep in the tables.</summary>
internal static class Rows
{
    /// <summary>Every table with rows of tenants, the partitioned one included.</summary>
    public static readonly string[] Tables =
    [
        "tenant_invitation",
        "user_registration",
        "oauth_authorization",
        "oauth_token",
        "identity_provider_connection",
        "client_configuration",
        "user_session",
        "authentication_device",
        "tenant_attributes",
        "audit_note",
        "security_event",
    ];

    /// <summary>One row of each tenant in each table.</summary>
    public static string OfTwoTenants { get; } =
        $"INSERT INTO tenant VALUES ('{Deployment.TenantA}', 'A'), ('{Deployment.TenantB}', 'B');"
        + string.Concat(
            Tables.Select(table =>
                $"INSERT INTO {table} (tenant_id, payload) VALUES ('{Deployment.TenantA}', 'of A'), ('{Deployment.TenantB}', 'of B');"
            )
        );
}
