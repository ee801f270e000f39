using System.Collections.Immutable;
using Infra.Compute;
using Pulumi;

namespace Infra.Systems;

/// <summary>Which variable of the application ECS fills from which parameter.</summary>
internal static class PlatformVariables
{
    private static readonly ImmutableSortedDictionary<string, string> Paths = new Dictionary<string, string>
    {
        ["COGNITO_USER_POOL_ID"] = "cognito/user_pool_id",
        ["COGNITO_CLIENT_ID"] = "cognito/client_id",
        ["COGNITO_M2M_CLIENT_ID"] = "cognito/m2m_client_id",
        ["COGNITO_CLIENT_SECRET"] = "cognito/client_secret",
        ["DB_HOST"] = "database/host",
        ["DB_PORT"] = "database/port",
        ["DB_NAME"] = "database/name",
        ["DB_USERNAME"] = "database/username",
        ["DB_PASSWORD"] = "database/password",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The variables of the parameters that there are.</summary>
    /// <param name="arns">The parameters by their paths.</param>
    public static ImmutableSortedDictionary<string, SecretKey> Of(ImmutableSortedDictionary<string, Output<string>> arns) =>
        Paths
            .Where(variable => arns.ContainsKey(variable.Value))
            .ToImmutableSortedDictionary(
                variable => variable.Key,
                variable => SecretKey.Parameter(arns[variable.Value]),
                StringComparer.Ordinal
            );
}
