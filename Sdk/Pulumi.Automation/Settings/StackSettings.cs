namespace Pulumi.Automation;

/// <summary>What the file of a stack says.</summary>
public class StackSettings
{
    /// <summary>What encrypts secrets. Default: what the backend has.</summary>
    public string? SecretsProvider { get; set; }

    /// <summary>The key for secrets, itself encrypted by a key service.</summary>
    public string? EncryptedKey { get; set; }

    /// <summary>What makes a key for secrets out of a passphrase.</summary>
    public string? EncryptionSalt { get; set; }

    /// <summary>The configuration by full key. Default: none.</summary>
    public IDictionary<string, StackSettingsConfigValue>? Config { get; set; }
}
