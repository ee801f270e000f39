using System.Globalization;
using System.Text.Json.Nodes;
using Engine.Values;

namespace Infra.Tests.Plans;

/// <summary>Turns values of a plan into JSON. Secrets are opened: these tests follow them, and print none.</summary>
internal static class PlanValues
{
    /// <summary>What stands for a value that a preview does not know.</summary>
    public const string Unknown = "<unknown>";

    public static JsonNode? Json(PropertyValue? value) => Json(value, opensSecrets: true);

    /// <summary>What everybody may see of a value.</summary>
    public static JsonNode? Public(PropertyValue? value) => Json(value, opensSecrets: false);

    private static JsonNode? Json(PropertyValue? value, bool opensSecrets) =>
        value switch
        {
            null or NullValue => null,
            SecretValue secret => opensSecrets ? Json(secret.Unwrap(), opensSecrets) : "[secret]",
            UnknownValue => Unknown,
            StringValue text => text.Value,
            BoolValue truth => truth.Value,
            // Parsed, so that it can be read as a whole number too.
            NumberValue number => JsonNode.Parse(number.Value.ToString(CultureInfo.InvariantCulture)),
            ArrayValue list => new JsonArray([.. list.Items.Select(item => Json(item, opensSecrets))]),
            ObjectValue map => new JsonObject(
                map.Properties.Select(pair => KeyValuePair.Create(pair.Key, Json(pair.Value, opensSecrets)))
            ),
            // What is in files is not looked at here.
            ArchiveValue or AssetValue => $"<{value.GetType().Name}>",
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
