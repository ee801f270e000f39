using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Data;

/// <summary>What a <see cref="MasterSecret"/> needs.</summary>
internal sealed record MasterSecretArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The key that encrypts the secret.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>The master user, as the database is told it.</summary>
    public required string Username { get; init; }

    /// <summary>What the secret is called behind the stack's prefix. Default: <c>db-password</c>.</summary>
    public string Role { get; init; } = "db-password";

    /// <summary>The whole name of the secret, where a source has one of its own. Default: made of the role.</summary>
    public string? Name { get; init; }

    /// <summary>Raised to make a new password. Default: the first.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Days in which the deleted secret can be rescued and its name is taken. Default: a week; 0 frees the name at once.</summary>
    public int RecoveryDays { get; init; } = 7;

    /// <summary>Default: true. Refuses deletion of the secret.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>What this program refuses; the days are checked where the secret is made.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Version < 1)
            yield return new("version", Version, "1 or more", "RDS is told a password for each version");
    }
}
