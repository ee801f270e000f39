using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation;

/// <summary>A setting of a stack.</summary>
/// <param name="value">The text; that of an object is JSON.</param>
/// <param name="isSecret">Whether it is encrypted in the file of the stack.</param>
public class ConfigValue(string value, bool isSecret = false)
{
    /// <summary>The text; that of an object is JSON.</summary>
    public string Value { get; set; } = value;

    /// <summary>Whether it is encrypted in the file of the stack.</summary>
    public bool IsSecret { get; set; } = isSecret;

    // A secret that may not be shown has neither text nor object.
    internal static ConfigValue Of(JsonElement json) =>
        new(
            json.TextOrNull("value") ?? (json.Member("objectValue") is { } value ? value.GetRawText() : ""),
            json.Boolean("secret")
        );
}
