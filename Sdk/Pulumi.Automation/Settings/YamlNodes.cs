using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Pulumi.Automation;

/// <summary>Reads and changes YAML nodes. A change that changes nothing leaves the node as its author wrote it.</summary>
internal static class YamlNodes
{
    private static readonly string[] Nulls = ["", "~", "null", "Null", "NULL"];

    public static YamlNode? Child(this YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    /// <summary>A text; nothing if it is missing, null, or no text.</summary>
    public static string? Text(this YamlMappingNode map, string key) =>
        map.Child(key) is YamlScalarNode scalar && !scalar.IsNull() ? scalar.Value : null;

    public static bool? Boolean(this YamlMappingNode map, string key) =>
        map.Text(key) is { } text ? text.Equals("true", StringComparison.OrdinalIgnoreCase) : null;

    /// <summary>Sets a text, or takes it away. Default: a value that is an object is left alone.</summary>
    public static void Set(this YamlMappingNode map, string key, string? text)
    {
        if (text is null && map.Child(key) is null or YamlScalarNode)
            map.Children.Remove(new YamlScalarNode(key));
        else if (text is not null && map.Text(key) != text)
            map.Put(key, Scalar(text));
    }

    public static void Set(this YamlMappingNode map, string key, bool? value)
    {
        if (value is null)
            map.Children.Remove(new YamlScalarNode(key));
        else if (map.Boolean(key) != value)
            map.Put(key, new YamlScalarNode(value.Value ? "true" : "false"));
    }

    /// <summary>Changes a map below, which is made if need be, and taken away if it is left empty.</summary>
    public static void Change(this YamlMappingNode map, string key, Action<YamlMappingNode> change)
    {
        var child = map.Child(key) as YamlMappingNode ?? [];
        change(child);
        if (child.Children.Count == 0)
            map.Children.Remove(new YamlScalarNode(key));
        else
            map.Put(key, child);
    }

    public static void Put(this YamlMappingNode map, string key, YamlNode node) => map.Children[new YamlScalarNode(key)] = node;

    /// <summary>A text that YAML reads as one.</summary>
    public static YamlScalarNode Scalar(string text) =>
        new(text) { Style = ReadsAsText(text) ? ScalarStyle.Any : ScalarStyle.DoubleQuoted };

    /// <summary>What a node is in JSON.</summary>
    public static JsonNode? ToJson(this YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JsonObject(
                map.Children.Select(entry => KeyValuePair.Create(((YamlScalarNode)entry.Key).Value!, entry.Value.ToJson()))
            ),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
            YamlScalarNode scalar => scalar.ToJson(),
            _ => throw new InvalidOperationException($"got {node.NodeType}, want a map, a list or a value"),
        };

    private static JsonValue? ToJson(this YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.IsNull())
            return null;
        if (scalar.Style is not ScalarStyle.Plain and not ScalarStyle.Any)
            return JsonValue.Create(text);
        return text is "true" or "false" ? JsonValue.Create(text == "true")
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                ? JsonValue.Create(whole)
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? JsonValue.Create(number)
            : JsonValue.Create(text);
    }

    private static bool IsNull(this YamlScalarNode scalar) =>
        scalar.Style is ScalarStyle.Plain or ScalarStyle.Any && Nulls.Contains(scalar.Value ?? "");

    // 8080 and true are the same to Pulumi as text; anything else that begins like a number, a time or a null is quoted.
    private static bool ReadsAsText(string text) =>
        text is "true" or "false"
        || (
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && $"{number}" == text
        )
        || (text.Length > 0 && !char.IsAsciiDigit(text[0]) && text[0] is not ('+' or '-' or '.') && !Nulls.Contains(text));
}
