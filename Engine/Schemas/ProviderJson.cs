using System.Text.Json;
using Engine.Values;

namespace Engine.Schemas;

/// <summary>Providers take texts only: every other setting arrives as its JSON text.</summary>
internal static class ProviderJson
{
    /// <summary>The value a setting's text stands for; nothing where it is no JSON although the type needs it.</summary>
    public static PropertyValue? Decode(SchemaType type, string text)
    {
        if (type is not (ArrayType or MapType or ObjectType or PrimitiveType { Kind: not Primitive.String }))
            return new StringValue(text);
        try
        {
            using var json = JsonDocument.Parse(text);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PropertyValue Read(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => new ObjectValue(
                ObjectValue.Empty.Properties.AddRange(
                    json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Read(member.Value)))
                )
            ),
            JsonValueKind.Array => new ArrayValue([.. json.EnumerateArray().Select(Read)]),
            JsonValueKind.String => new StringValue(json.GetString()!),
            JsonValueKind.Number => new NumberValue(json.GetDouble()),
            JsonValueKind.True or JsonValueKind.False => new BoolValue(json.GetBoolean()),
            _ => NullValue.Instance,
        };
}
