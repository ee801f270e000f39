using System.Collections.Immutable;
using Infra.Security;

namespace Infra.Settings.Security;

/// <summary>Settings of the KMS key.</summary>
internal sealed record KeySettings
{
    [Setting("How long a deleted key can still be rescued. Without the key its data is lost.", Unit = "days", Min = 7, Max = 30)]
    public int DeletionDays { get; init; } = 30;

    [Setting("How often AWS makes new key material. Old data stays readable.", Unit = "days", Min = 90, Max = 2560)]
    public int RotationDays { get; init; } = 365;

    /// <summary>A key with these settings.</summary>
    /// <param name="context">The stack, with the region of the key.</param>
    /// <param name="logGroups">Names, or patterns of names, of the log groups that it encrypts.</param>
    /// <param name="protect">Whether the stack refuses to be deleted.</param>
    public EncryptionKeyArgs ToArgs(StackContext context, ImmutableArray<string> logGroups, bool protect) =>
        new()
        {
            Context = context,
            LogGroups = logGroups,
            DeletionDays = DeletionDays,
            RotationDays = RotationDays,
            Protect = protect,
        };
}
