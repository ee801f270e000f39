using Infra.Settings.Security;
using Infra.Validation;

namespace Infra.Settings.IdpServer;

/// <summary>Settings of the secrets.</summary>
internal sealed record SecretSettings
{
    [Setting(
        "How long a deleted secret can still be rescued; its name is taken for as long. 0 deletes at once, which protected stacks refuse; "
            + "1 to 6 does not exist on AWS.",
        Unit = "days",
        Min = 0,
        Max = 30
    )]
    public int RecoveryDays { get; init; } = 30;

    [Setting(
        "Version of the passwords of the database's users (owner, admin, application). Raising it makes new ones; "
            + "docs/runbooks/rotate-secrets.md has the steps that must follow.",
        Min = 1,
        Max = 1_000_000
    )]
    public int DatabaseUsersVersion { get; init; } = 1;

    [Setting(
        "Version of the cache's token. Raising it makes a new one; the old one stays valid until the next. "
            + "docs/runbooks/rotate-secrets.md has the steps that must follow.",
        Min = 1,
        Max = 1_000_000
    )]
    public int RedisTokenVersion { get; init; } = 1;

    /// <summary>What the bounds alone cannot say.</summary>
    /// <param name="protect">Whether the stack refuses to be deleted.</param>
    public IEnumerable<Problem> Validate(bool protect) =>
        new SecretRecoverySettings { RecoveryDays = RecoveryDays }.Validate(protect);
}
