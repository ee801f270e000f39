using System.Collections.Immutable;
using System.Text.Json;

namespace Engine.Values;

/// <summary>Texts that hold JSON, such as policies and container definitions, as values.</summary>
public static class JsonValues
{
    /// <summary>The document; nothing where the text is no JSON object or list. Of a member that is there twice the first counts.</summary>
    public static PropertyValue? Parse(string text)
    {
        // A stand-in begins like a list of lists, and there are thousands: to find out by an exception would take most of a review's time.
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..] or ['[', '[', >= 'a' and <= 'z', ..])
            return null;
        try
        {
            using var document = JsonDocument.Parse(text);
            return Convert(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PropertyValue Convert(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => new ObjectValue(
                element
                    .EnumerateObject()
                    .DistinctBy(member => member.Name)
                    .ToImmutableSortedDictionary(member => member.Name, member => Convert(member.Value), StringComparer.Ordinal)
            ),
            JsonValueKind.Array => new ArrayValue([.. element.EnumerateArray().Select(Convert)]),
            JsonValueKind.String => new StringValue(element.GetString()!),
            JsonValueKind.Number => new NumberValue(element.GetDouble()),
            JsonValueKind.True or JsonValueKind.False => new BoolValue(element.GetBoolean()),
            _ => NullValue.Instance,
        };
}
