using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Tests.Recording;

namespace Conformance.Tests.Comparison;

/// <summary>Writes JSON texts that mean the same alike.</summary>
internal static class CanonicalJson
{
    /// <summary>A quoted text that holds an object or a list comes back without spaces and with its keys in order; any other text as it is.</summary>
    public static string OfQuoted(string quoted)
    {
        if (quoted is not ['"', '[' or '{', ..])
            return quoted;
        try
        {
            var inner = JsonSerializer.Deserialize<string>(quoted)!;
            return WireText.Quote(Sorted(JsonNode.Parse(inner))!.ToJsonString());
        }
        catch (JsonException)
        {
            return quoted;
        }
    }

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject map => new JsonObject(
                map.OrderBy(member => member.Key, StringComparer.Ordinal)
                    .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))
            ),
            JsonArray list => new JsonArray([.. list.Select(Sorted)]),
            _ => node?.DeepClone(),
        };
}
