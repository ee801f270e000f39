using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Infra.Settings;

/// <summary>Writes the value of a setting as a stack file would hold it.</summary>
internal static class SettingJson
{
    /// <summary>The value in JSON.</summary>
    public static JsonNode? Of(SettingNode node, object? value) =>
        value switch
        {
            bool truth => truth,
            int number => number,
            string text => text,
            Enum member => Word.Of(member),
            ImmutableArray<string> texts => new JsonArray([.. texts.Select(text => (JsonNode)text)]),
            ImmutableSortedDictionary<string, string> map => new JsonObject(
                map.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value))
            ),
            null => null,
            _ => throw new ArgumentException($"{node.Path} is no setting", nameof(node)),
        };
}
