using System.Collections.Immutable;
using Infra.Compute;
using Infra.Configuration;
using Infra.Identity;
using Infra.Settings;
using Infra.Settings.WebPlatform;
using Pulumi;

namespace Infra.Systems;

/// <summary>What the application is told, and which variable ECS fills from which parameter.</summary>
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

    // How much longer than the load balancer the application must keep a silent connection, for as long as a request may be under way.
    private const int SpareSeconds = 5;

    /// <summary>The variables that everybody may see.</summary>
    public static ImmutableSortedDictionary<string, Input<string>> Plain(
        StackContext context,
        WebPlatformSettings settings,
        CognitoPool users,
        ConfigurationParameters parameters,
        GlobalFront front
    )
    {
        var plain = ImmutableSortedDictionary
            .Create<string, Input<string>>(StringComparer.Ordinal)
            .Add("APP_ENV", Word.Of(context.Environment))
            .Add("AWS_REGION", context.Region)
            // Docker sets it to the id of the container, and Next.js would listen there only, where no health check of the container asks.
            .Add("HOSTNAME", "0.0.0.0")
            // Next.js hangs up after five seconds otherwise, and what the load balancer sends at that moment ends with 502.
            .Add("KEEP_ALIVE_TIMEOUT", $"{(settings.Edge.IdleTimeoutSeconds + SpareSeconds) * 1000}")
            .Add("PARAMETER_PATH", parameters.Root)
            .Add("PUBLIC_URL", front.Cdn.Url);
        return users.DomainHost is { } pages ? plain.Add("COGNITO_DOMAIN", pages) : plain;
    }

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
