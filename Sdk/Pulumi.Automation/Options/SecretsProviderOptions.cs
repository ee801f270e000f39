namespace Pulumi.Automation;

/// <summary>What a change of the secrets provider needs.</summary>
public class SecretsProviderOptions
{
    /// <summary>The new passphrase; required if the new provider is <c>passphrase</c>.</summary>
    public string? NewPassphrase { get; set; }
}
