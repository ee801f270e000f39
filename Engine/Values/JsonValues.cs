using System.Collections.Immutable;
using System.Text.Json;

namespace Engine.Values;

/// <summary>Texts that hold JSON, such as policies and container definitions, as values.</summary>
public static class JsonValues
{
    /// <summary>The document; nothing where the text is no JSON object or list. Of a member that is there twice the first counts.</summary>
    public static PropertyValue? Parse(string text)
    {
        if (!MayBe(text.AsSpan().Trim()))
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

    // Stand-ins begin like lists of lists, filters of logs like objects, and there are thousands: to find out by exceptions would take most of a review's time.
    private static bool MayBe(ReadOnlySpan<char> text) =>
        text is ['{', .., '}']
            ? text[1..].TrimStart() is ['"' or '}', ..]
            : text is ['[', .., ']'] and not ['[', '[', >= 'a' and <= 'z', ..];

    private static PropertyValue Convert(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => Object(element),
            JsonValueKind.Array => List(element),
            JsonValueKind.String => new StringValue(element.GetString()!),
            JsonValueKind.Number => new NumberValue(element.GetDouble()),
            JsonValueKind.True or JsonValueKind.False => new BoolValue(element.GetBoolean()),
            _ => NullValue.Instance,
        };

    private static ObjectValue Object(JsonElement element)
    {
        var members = ImmutableSortedDictionary.CreateBuilder<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
            if (!members.ContainsKey(member.Name))
                members.Add(member.Name, Convert(member.Value));
        return new ObjectValue(members.ToImmutable());
    }

    private static ArrayValue List(JsonElement element)
    {
        var items = ImmutableArray.CreateBuilder<PropertyValue>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
            items.Add(Convert(item));
        return new ArrayValue(items.MoveToImmutable());
    }
}
