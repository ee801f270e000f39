using System.Collections.Immutable;
using Infra.Validation;
using Pulumi;

namespace Infra.Security;

/// <summary>
/// The secrets of idp-server, made here and never typed: what the application signs and encrypts with, the passwords of its database roles,
/// the token of its cache and, where RDS does not manage it, the database's master password.
/// </summary>
internal sealed class SecretStore : ComponentResource
{
    private const int SeedLength = 64;
    private const int PasswordLength = 40;

    // ElastiCache takes 16 to 128 characters.
    private const int RedisTokenLength = 64;

    private readonly string _name;
    private readonly SecretStoreArgs _args;

    /// <summary>The ARN of each secret by its role, for example <c>api-credentials</c>.</summary>
    public ImmutableSortedDictionary<string, Output<string>> Arns { get; }

    /// <summary>The token that the cache asks of its clients; secret.</summary>
    [Output("redisAuthToken")]
    public Output<string> RedisAuthToken { get; }

    /// <summary>The database's master password; secret. Nothing where RDS manages it.</summary>
    public Output<string>? MasterPassword { get; }

    /// <summary>Makes the secrets.</summary>
    public SecretStore(string name, SecretStoreArgs args, ComponentResourceOptions? options = null)
        : base("idp:security:SecretStore", name, options)
    {
        args.Validate().ThrowIfAny(this);
        (_name, _args) = (name, args);

        // What these three encrypt and sign would be lost with them: they have no version.
        var api = Secret(
            "api-credentials",
            "API credentials for idp-server",
            ("api_key", Password("api-key", SeedLength).Apply(SecretText.Uuid)),
            ("api_secret", Password("api-secret", SeedLength).Apply(SecretText.Base64Key)),
            ("encryption_key", Password("encryption-key", SeedLength).Apply(SecretText.Base64Key))
        );
        var database = Secret(
            "db-credentials",
            "Database credentials for idp-server",
            ("owner_username", DatabaseRoles.Owner),
            ("owner_password", Password("db-owner", PasswordLength, args.DatabaseUsersVersion)),
            ("admin_username", DatabaseRoles.Admin),
            ("admin_password", Password("db-admin", PasswordLength, args.DatabaseUsersVersion)),
            ("app_username", DatabaseRoles.App),
            ("app_password", Password("db-app", PasswordLength, args.DatabaseUsersVersion))
        );
        RedisAuthToken = Password("redis-auth", RedisTokenLength, args.RedisTokenVersion);
        var redis = Secret("redis-auth", "Redis AUTH token for idp-server", ("auth_token", RedisAuthToken));
        var arns = ImmutableSortedDictionary<string, Output<string>>
            .Empty.Add("api-credentials", api)
            .Add("db-credentials", database)
            .Add("redis-auth", redis);

        if (args.MasterPasswordVersion is { } version)
        {
            MasterPassword = Password("db-master", PasswordLength, version);
            var master = Secret(
                "db-master",
                "Database master user of idp-server",
                ("username", DatabaseRoles.Master),
                ("password", MasterPassword)
            );
            arns = arns.Add("db-master", master);
        }

        Arns = arns;
        RegisterOutputs(
            new Dictionary<string, object?> { ["arns"] = arns.ToDictionary(arn => arn.Key, arn => (object?)arn.Value) }
        );
    }

    // A password with a version is made anew when the version rises, and Pulumi replaces nothing that it protects. Its secret is protected.
    private Output<string> Password(string role, int length, int? version = null) =>
        GeneratedPassword.Make(
            $"{_name}-{role}-password",
            length,
            new() { Parent = this, Protect = _args.Protect && version is null },
            version
        );

    private Output<string> Secret(string role, string description, params (string Key, Input<string> Value)[] values) =>
        new JsonSecret(
            $"{_name}-{role}",
            new()
            {
                Context = _args.Context,
                Role = role,
                Description = description,
                KeyArn = _args.KeyArn,
                Values = values.ToImmutableSortedDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal),
                RecoveryDays = _args.RecoveryDays,
                Protect = _args.Protect,
            },
            new() { Parent = this }
        ).Arn;
}
