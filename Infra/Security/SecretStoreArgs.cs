using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Security;

/// <summary>What a <see cref="SecretStore"/> needs.</summary>
internal sealed record SecretStoreArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The key that encrypts the secrets.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>
    /// Version of the database's master password; a higher one makes a new password. Default: none is made, because RDS manages it.
    /// </summary>
    public int? MasterPasswordVersion { get; init; }

    /// <summary>Version of the passwords of the database's users; a higher one makes new passwords. Default: 1.</summary>
    public int DatabaseUsersVersion { get; init; } = 1;

    /// <summary>Version of the cache's token; a higher one makes a new token. Default: 1.</summary>
    public int RedisTokenVersion { get; init; } = 1;

    /// <summary>Days in which a deleted secret can be rescued. Default: 30; 0 deletes at once and frees the name.</summary>
    public int RecoveryDays { get; init; } = 30;

    /// <summary>Default: true. Refuses deletion of the secrets and of the passwords they are made of.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (
            var (path, version) in new[]
            {
                ("masterPasswordVersion", MasterPasswordVersion ?? 1),
                ("databaseUsersVersion", DatabaseUsersVersion),
                ("redisTokenVersion", RedisTokenVersion),
            }
        )
            if (version < 1)
                yield return new(path, version, "1 or more", "count up from 1");
    }
}
