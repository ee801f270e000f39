using System.Text.Json.Nodes;
using Infra.Systems;

namespace Infra.Settings;

/// <summary>Describes the settings of a system as a JSON Schema, which editors use to complete and check a stack file.</summary>
internal static class SettingsSchema
{
    /// <summary>The schema of the map under the key <c>settings</c>. Its defaults are those of production.</summary>
    /// <param name="title">The name of the system.</param>
    /// <param name="root">The tree of its settings.</param>
    /// <param name="defaults">A record with the defaults to show.</param>
    public static JsonObject Of(string title, SettingNode root, object defaults)
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = $"Settings of system {title}",
        };
        foreach (var (key, value) in Describe(root, defaults))
            schema[key] = value?.DeepClone();
        return schema;
    }

    /// <summary>
    /// The same of a system. Under <c>$defs/secrets</c> it describes the map under the key <c>secrets</c>, where the system knows any.
    /// </summary>
    public static JsonObject Of(SystemDefinition system)
    {
        var schema = Of(system.Name, system.Tree, system.Defaults(StackEnvironment.Prod));
        if (!system.Secrets.IsEmpty)
            schema["$defs"] = new JsonObject { [SecretsReader.Key] = Secrets(system.Secrets) };
        return schema;
    }

    private static JsonObject Secrets(IEnumerable<KnownSecret> known) =>
        Map(known.Select(secret => KeyValuePair.Create<string, JsonNode?>(secret.Name, Secret(secret))));

    private static JsonObject Secret(KnownSecret known)
    {
        var schema = Map([new("secure", new JsonObject { ["type"] = "string", ["minLength"] = 1 })]);
        schema["required"] = new JsonArray("secure");
        schema["description"] = known.Description;
        return schema;
    }

    private static JsonObject Map(IEnumerable<KeyValuePair<string, JsonNode?>> members) =>
        new()
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(members),
        };

    private static JsonObject Describe(SettingNode node, object defaults)
    {
        var schema = Form(node, defaults);
        if (node.About.Description.Length > 0)
            schema["description"] = node.About.Unit is { } unit ? $"{node.About.Description} In {unit}." : node.About.Description;
        if (!node.IsBranch)
            schema["default"] = node.About.Secret ? null : SettingJson.Of(node, node.ValueIn(defaults));
        return schema;
    }

    private static JsonObject Form(SettingNode node, object defaults) =>
        node.Kind switch
        {
            SettingKind.Group or SettingKind.Table => Map(
                node.Children.Select(child => KeyValuePair.Create<string, JsonNode?>(child.Key, Describe(child, defaults)))
            ),
            SettingKind.Truth => new() { ["type"] = "boolean" },
            SettingKind.Number => Number(node),
            SettingKind.Texts => new() { ["type"] = "array", ["items"] = Text(node) },
            SettingKind.TextMap => new() { ["type"] = "object", ["additionalProperties"] = Text(node) },
            _ => Text(node),
        };

    private static JsonObject Number(SettingNode node)
    {
        var schema = new JsonObject { ["type"] = "integer" };
        if (node.About.Numbers is { Length: > 0 } numbers)
            schema["enum"] = new JsonArray([.. numbers.Select(number => (JsonNode)number)]);
        if (node.About.Min > int.MinValue)
            schema["minimum"] = node.About.Min;
        if (node.About.Max < int.MaxValue)
            schema["maximum"] = node.About.Max;
        return schema;
    }

    private static JsonObject Text(SettingNode node)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (node.Words is { Count: > 0 } words)
            schema["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]);
        else if (node.About.Pattern is { } pattern)
            schema["pattern"] = pattern;
        else
            schema["minLength"] = 1;
        return schema;
    }
}
