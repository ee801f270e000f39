using Infra.Validation;

namespace Infra.Settings.Security;

/// <summary>Settings of the secrets that the program makes.</summary>
internal sealed record SecretRecoverySettings
{
    [Setting(
        "How long a deleted secret can still be rescued; its name is taken for as long. 0 deletes at once, which protected stacks refuse; "
            + "1 to 6 does not exist on AWS.",
        Unit = "days",
        Min = 0,
        Max = 30
    )]
    public int RecoveryDays { get; init; } = 30;

    /// <summary>What the bounds alone cannot say.</summary>
    /// <param name="protect">Whether the stack refuses to be deleted.</param>
    public IEnumerable<Problem> Validate(bool protect)
    {
        if (RecoveryDays is > 0 and < 7)
            yield return new(
                "recoveryDays",
                RecoveryDays,
                "0 or 7 to 30 days",
                "AWS keeps a deleted secret a week at least, or not at all"
            );
        if (RecoveryDays == 0 && protect)
            yield return new(
                "recoveryDays",
                RecoveryDays,
                "7 to 30 days while protect is true",
                "set protect: false to delete secrets at once"
            );
    }
}
