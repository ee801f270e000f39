using System.Collections.Immutable;
using Pulumi;

namespace Infra.Configuration;

/// <summary>The parameters of a web platform, by what they are about.</summary>
internal static class PlatformParameters
{
    /// <summary>The application itself.</summary>
    public static ImmutableArray<ConfigurationParameter> App(string environment, string logLevel) =>
        [
            new("app/env", environment, "Environment of the application"),
            new("app/log_level", logLevel, "From which level on the application logs"),
        ];

    /// <summary>Who signs in where.</summary>
    /// <param name="userPoolId">The user pool.</param>
    /// <param name="clientId">The client of the web application, which has no secret.</param>
    /// <param name="machineClientId">The client of other machines.</param>
    /// <param name="machineClientSecret">Its secret.</param>
    public static ImmutableArray<ConfigurationParameter> Cognito(
        Input<string> userPoolId,
        Input<string> clientId,
        Input<string> machineClientId,
        Input<string> machineClientSecret
    ) =>
        [
            new("cognito/user_pool_id", userPoolId, "User pool of Cognito"),
            new("cognito/client_id", clientId, "Client of the web application"),
            // Not in the source: its secret is of no use without it, and the web client has none.
            new("cognito/m2m_client_id", machineClientId, "Client of other machines, to which client_secret belongs"),
            new("cognito/client_secret", machineClientSecret, "Secret of the client of other machines") { Secure = true },
        ];

    /// <summary>How the database is reached. Only where there is one.</summary>
    public static ImmutableArray<ConfigurationParameter> Database(
        Input<string> host,
        int port,
        string name,
        Input<string> username,
        Input<string> password
    ) =>
        [
            new("database/host", host, "Host of the database"),
            new("database/port", $"{port}", "Its port"),
            new("database/name", name, "The database there"),
            new("database/username", username, "Who signs in") { Secure = true },
            new("database/password", password, "With which password") { Secure = true },
        ];
}
