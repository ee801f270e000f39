using Pulumi;

namespace Infra.Protection;

/// <summary>Where copies of backups are kept besides the region of the stack.</summary>
/// <param name="Region">The other region.</param>
internal sealed record BackupCopy(string Region)
{
    /// <summary>An explicit provider of that region; without one the vault would be made in the region of the stack.</summary>
    public ProviderResource? Provider { get; init; }

    /// <summary>A key of that region; the key of the stack cannot be used there.</summary>
    public Input<string>? KeyArn { get; init; }
}
