using System.Collections.Immutable;
using Infra.Compute;
using Infra.Data;
using Infra.Identity;
using Infra.Settings;
using Pulumi;

namespace Infra.Systems;

/// <summary>What a service of neuraknot is told, by what its row says it is given.</summary>
internal static class NeuraknotVariables
{
    /// <summary>The variables that the program may set; a stack file may not.</summary>
    public static readonly ImmutableArray<string> Own =
    [
        "APP_ENV",
        "AWS_REGION",
        "PUBLIC_URL",
        "DB_HOST",
        "DB_NAME",
        "DB_PORT",
        "DB_SSLMODE",
        "DB_USERNAME",
        "DB_PASSWORD",
        "COGNITO_CLIENT_ID",
        "COGNITO_DOMAIN",
        "COGNITO_ISSUER",
        "COGNITO_USER_POOL_ID",
        "GOOGLE_CLIENT_ID",
        "GOOGLE_CLIENT_SECRET",
        "LINE_CLIENT_ID",
        "LINE_CLIENT_SECRET",
        "X_CLIENT_ID",
        "X_CLIENT_SECRET",
    ];

    /// <summary>Those that everybody may see.</summary>
    public static ImmutableSortedDictionary<string, Input<string>> Plain(ServiceRow row, NeuraknotArgs parts, Neuraknot system)
    {
        var plain = ImmutableSortedDictionary
            .Create<string, Input<string>>(StringComparer.Ordinal)
            .Add("APP_ENV", Word.Of(parts.Context.Environment))
            .Add("AWS_REGION", parts.Context.Region)
            .Add("PUBLIC_URL", parts.Settings.FrontendUrl is { } elsewhere ? (Input<string>)elsewhere : system.Edge.Url);
        if (row.Has(ServiceGrant.Database))
            plain = plain
                .Add("DB_HOST", system.Database.Address)
                .Add("DB_PORT", $"{TenantDatabase.Port}")
                .Add("DB_NAME", parts.Settings.Database.Name)
                .Add("DB_SSLMODE", "require"); // the parameter group refuses all else
        if (row.Has(ServiceGrant.Users))
            plain = plain
                .Add("COGNITO_USER_POOL_ID", system.Users.PoolId)
                .Add("COGNITO_CLIENT_ID", system.Users.ClientIds[NeuraknotArgs.WebClient])
                .Add("COGNITO_ISSUER", system.Users.Issuer);
        if (row.Has(ServiceGrant.Users) && system.Users.DomainHost is { } pages)
            plain = plain.Add("COGNITO_DOMAIN", pages);
        return system.Mesh is { } mesh
            ? plain.AddRange(
                parts
                    .Services.Addresses(row.Name, mesh.Addresses)
                    .Select(address => KeyValuePair.Create(address.Key, (Input<string>)address.Value))
            )
            : plain;
    }

    /// <summary>Those that ECS fills from secrets.</summary>
    public static ImmutableSortedDictionary<string, SecretKey> Secret(ServiceRow row, Neuraknot system)
    {
        var secret = ImmutableSortedDictionary.Create<string, SecretKey>(StringComparer.Ordinal);
        if (row.Has(ServiceGrant.Database))
            secret = secret
                .Add("DB_USERNAME", new(system.Credentials.Arn, MasterSecret.UsernameKey))
                .Add("DB_PASSWORD", new(system.Credentials.Arn, MasterSecret.PasswordKey));
        if (row.Has(ServiceGrant.Secrets))
            secret = secret.AddRange(
                system.OAuth.Keys.Select(key => KeyValuePair.Create(key.ToUpperInvariant(), new SecretKey(system.OAuth.Arn, key)))
            );
        return secret;
    }
}
