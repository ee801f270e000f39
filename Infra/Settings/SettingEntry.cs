using System.Text.Json.Nodes;

namespace Infra.Settings;

/// <summary>One setting as it is in force in a stack.</summary>
/// <param name="Path">Its key, from the root of the settings.</param>
/// <param name="Value">Its value; nothing where it must not be shown.</param>
/// <param name="Unit">The unit of a number, or nothing.</param>
/// <param name="Allowed">What is accepted.</param>
/// <param name="Description">What it decides.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="Secret">Whether it must not be shown.</param>
internal sealed record SettingEntry(
    string Path,
    JsonNode? Value,
    string? Unit,
    string Allowed,
    string Description,
    string Source,
    bool Secret
)
{
    /// <summary>The entry as <c>infra config</c> reads it.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["path"] = Path,
            ["value"] = Secret ? "[secret]" : Value,
            ["unit"] = Unit,
            ["allowed"] = Allowed,
            ["description"] = Description,
            ["source"] = Source,
            ["secret"] = Secret,
        };
}
