using Infra.Storage;

namespace Infra.Settings.Bootstrap;

/// <summary>Settings of the bucket that holds the state of the account's stacks, and of its key.</summary>
internal sealed record StateSettings
{
    [Setting(
        "How long an overwritten or deleted checkpoint can be fetched back. See docs/runbooks/restore-state.md.",
        Unit = "days",
        Min = 30,
        Max = 3650
    )]
    public int NoncurrentDays { get; init; } = 90;

    [Setting(
        "How long the deleted key can still be rescued. Without it nobody reads the state.",
        Unit = "days",
        Min = 7,
        Max = 30
    )]
    public int KeyDeletionDays { get; init; } = 30;

    [Setting("How often AWS makes new key material. Old states stay readable.", Unit = "days", Min = 90, Max = 2560)]
    public int KeyRotationDays { get; init; } = 365;

    /// <summary>The bucket with these settings.</summary>
    public StateBucketArgs ToArgs(StackContext context) =>
        new()
        {
            Context = context,
            NoncurrentDays = NoncurrentDays,
            KeyDeletionDays = KeyDeletionDays,
            KeyRotationDays = KeyRotationDays,
        };
}
