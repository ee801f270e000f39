using System.Globalization;
using System.Text.Json.Nodes;
using Engine.Values;

namespace Infra.Tests.Plans;

/// <summary>Turns values of a plan into JSON. Secrets are opened: these tests follow them, and print none.</summary>
internal static class PlanValues
{
    /// <summary>What stands for a value that a preview does not know.</summary>
    public const string Unknown = "<unknown>";

    public static JsonNode? Json(PropertyValue? value) =>
        value switch
        {
            null or NullValue => null,
            SecretValue secret => Json(secret.Unwrap()),
            UnknownValue => Unknown,
            StringValue text => text.Value,
            BoolValue truth => truth.Value,
            // Parsed, so that it can be read as a whole number too.
            NumberValue number => JsonNode.Parse(number.Value.ToString(CultureInfo.InvariantCulture)),
            ArrayValue list => new JsonArray([.. list.Items.Select(Json)]),
            ObjectValue map => new JsonObject(map.Properties.Select(pair => KeyValuePair.Create(pair.Key, Json(pair.Value)))),
            _ => throw new ArgumentException($"{value.GetType().Name} has no JSON"),
        };

    /// <summary>The texts of a list, or the one text that AWS takes in its place.</summary>
    public static string[] Texts(this JsonNode? node) =>
        node switch
        {
            null => [],
            JsonArray items => [.. items.Select(item => (string)item!)],
            _ => [(string)node!],
        };
}
