using System.Text.Json;

namespace SchemaTool;

internal static class JsonElements
{
    /// <summary>A member that is an object, or null.</summary>
    public static JsonElement? Section(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var section)
        && section.ValueKind == JsonValueKind.Object
            ? section
            : null;

    public static IEnumerable<string> Names(this JsonElement? section) =>
        section?.EnumerateObject().Select(member => member.Name) ?? [];

    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
