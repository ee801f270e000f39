using Infra.Security;
using Infra.Settings;
using Infra.Validation;

namespace Infra.Storage;

/// <summary>What a <see cref="StateBucket"/> needs.</summary>
internal sealed record StateBucketArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>Days in which an overwritten or deleted checkpoint can be fetched back. Default: 90.</summary>
    public int NoncurrentDays { get; init; } = 90;

    /// <summary>Days in which the deleted key can be rescued. Default: 30, the most there is.</summary>
    public int KeyDeletionDays { get; init; } = 30;

    /// <summary>Days between rotations of the key material. Default: a year.</summary>
    public int KeyRotationDays { get; init; } = 365;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        // Shorter than a holiday, and a state that somebody broke before it is gone after it.
        if (NoncurrentDays is < 30 or > 3650)
            yield return new("noncurrentDays", NoncurrentDays, "30 to 3650", "a broken state may be noticed weeks later");
    }

    /// <summary>The key that encrypts checkpoints and, as Pulumi's secrets provider, the secrets of stacks.</summary>
    public EncryptionKeyArgs Key() =>
        new()
        {
            Context = Context,
            LogGroups = [],
            Services = ["s3"],
            Operations = false,
            Statements = [StateBucket.StacksUseKey(Context)],
            DeletionDays = KeyDeletionDays,
            RotationDays = KeyRotationDays,
            Retain = true,
        };
}
