namespace Pulumi.Automation;

/// <summary>A setting in the file of a stack.</summary>
/// <param name="value">The text: of a secret the encrypted one, of an object or a list its JSON.</param>
/// <param name="isSecure">Whether it is a secret.</param>
public class StackSettingsConfigValue(string value, bool isSecure)
{
    /// <summary>The text: of a secret the encrypted one, of an object or a list its JSON.</summary>
    public string Value { get; } = value;

    /// <summary>Whether it is a secret.</summary>
    public bool IsSecure { get; } = isSecure;
}
