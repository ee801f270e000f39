using System.Text.Json;
using Engine.Projects;
using Engine.Values;

namespace Engine.Previewing;

/// <summary>Makes the secrets of a configuration known, so that they are masked wherever they turn up.</summary>
internal static class ConfigSecrets
{
    public static void AddTo(SecretTexts secrets, IEnumerable<ConfigEntry> config)
    {
        foreach (var entry in config)
            if (entry.IsSecret)
                foreach (var text in entry.SecretTexts ?? Texts(entry.Text))
                    secrets.Add(text);
    }

    private static List<string> Texts(string text)
    {
        var found = new List<string> { text };
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
            return found;
        try
        {
            using var document = JsonDocument.Parse(text);
            Collect(document.RootElement, found);
        }
        catch (JsonException)
        {
            // It only looks like JSON: then it is one text.
        }
        return found;
    }

    private static void Collect(JsonElement element, List<string> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                found.Add(element.GetString()!);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Collect(item, found);
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    Collect(property.Value, found);
                break;
        }
    }
}
