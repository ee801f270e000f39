using System.Text.Json;

namespace Infra.Settings;

/// <summary>Says in a person's words what a stack file holds; never in those of a serialiser.</summary>
internal static class JsonWords
{
    /// <summary>A value with its type, where the type is what is wrong.</summary>
    public static string Show(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => "a map",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => $"the text \"{json.GetString()}\"",
            JsonValueKind.Number => $"the number {json.GetRawText()}",
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => "nothing",
        };

    /// <summary>How to write a value of the wanted type.</summary>
    public static string WayOut(SettingKind wanted, JsonValueKind got) =>
        wanted switch
        {
            _ when got is JsonValueKind.Null or JsonValueKind.Undefined => "write a value, or remove the key to use the default",
            SettingKind.Group or SettingKind.Table or SettingKind.TextMap => "write its keys below it, indented",
            SettingKind.Texts => "write one item a line, each after a hyphen",
            SettingKind.Text or SettingKind.Word => "write one text",
            _ when got == JsonValueKind.String => "write it without quotes",
            _ => "write one value",
        };
}
