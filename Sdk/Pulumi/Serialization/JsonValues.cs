using System.Text.Json;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>JSON as wire values.</summary>
internal static class JsonValues
{
    /// <summary>The same structure; nothing for a <c>null</c>, which is left out of maps.</summary>
    public static Value? Of(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => Value.ForString(json.GetString()),
            JsonValueKind.Number => Value.ForNumber(json.GetDouble()),
            JsonValueKind.True or JsonValueKind.False => Value.ForBool(json.GetBoolean()),
            JsonValueKind.Array => Value.ForList([.. json.EnumerateArray().Select(item => Of(item) ?? Value.ForNull())]),
            JsonValueKind.Object => Value.ForStruct(Object(json)),
            _ => null,
        };

    private static Struct Object(JsonElement json)
    {
        var fields = new Struct();
        foreach (var property in json.EnumerateObject())
        {
            if (Of(property.Value) is { } value)
                fields.Fields[property.Name] = value;
        }
        return fields;
    }
}
