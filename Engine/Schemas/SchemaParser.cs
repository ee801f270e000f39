using System.Collections.Immutable;
using System.Text.Json;
using Engine.Model;
using Engine.Values;

namespace Engine.Schemas;

/// <summary>Turns the JSON of a package schema into <see cref="ResourceSchema"/> and its like.</summary>
internal sealed class SchemaParser(SchemaLibrary library, string package)
{
    private const string TypeReference = "#/types/";
    private const string ResourceReference = "#/resources/";

    public ResourceSchema Resource(string token, JsonElement json) =>
        new()
        {
            Token = token,
            Inputs = Properties(json, "inputProperties", "requiredInputs"),
            Outputs = Properties(json, "properties", "required"),
            IsComponent = Flag(json, "isComponent"),
            IsProvider = Urns.IsProviderType(token),
            Deprecation = Text(json, "deprecationMessage"),
            Aliases = json.TryGetProperty("aliases", out var aliases) ? [.. aliases.EnumerateArray().Select(Alias)] : [],
        };

    public FunctionSchema Function(string token, JsonElement json) =>
        new()
        {
            Token = token,
            Inputs = json.TryGetProperty("inputs", out var inputs) ? Properties(inputs, "properties", "required") : None,
            Outputs = json.TryGetProperty("outputs", out var outputs) ? Properties(outputs, "properties", "required") : None,
        };

    public SchemaType Named(string token, JsonElement json) =>
        json.TryGetProperty("enum", out var values)
            ? new EnumType(token, [.. values.EnumerateArray().Select(value => Plain(value.GetProperty("value")))])
            : new ObjectType(token, new(() => Properties(json, "properties", "required")));

    private static readonly IReadOnlyDictionary<string, PropertySchema> None = new Dictionary<string, PropertySchema>();

    private Dictionary<string, PropertySchema> Properties(JsonElement owner, string properties, string required)
    {
        var found = new Dictionary<string, PropertySchema>(StringComparer.Ordinal);
        if (!owner.TryGetProperty(properties, out var members))
            return found;
        foreach (var member in members.EnumerateObject())
            found[member.Name] = Property(member.Value);
        if (owner.TryGetProperty(required, out var names))
            foreach (var name in names.EnumerateArray())
                if (found.TryGetValue(name.GetString()!, out var property))
                    found[name.GetString()!] = property with { Required = true };
        return found;
    }

    private PropertySchema Property(JsonElement json) =>
        new()
        {
            Type = Type(json),
            Secret = Flag(json, "secret"),
            WillReplaceOnChanges = Flag(json, "willReplaceOnChanges") || Flag(json, "replaceOnChanges"),
            Deprecation = Text(json, "deprecationMessage"),
            Default = json.TryGetProperty("default", out var value) ? Plain(value) : null,
        };

    private SchemaType Type(JsonElement json)
    {
        if (json.TryGetProperty("oneOf", out var options))
            return new UnionType([.. options.EnumerateArray().Select(Type)]);
        if (Text(json, "$ref") is { } reference)
            return Reference(reference);
        return Text(json, "type") switch
        {
            "string" => new PrimitiveType(Primitive.String),
            "integer" => new PrimitiveType(Primitive.Integer),
            "number" => new PrimitiveType(Primitive.Number),
            "boolean" => new PrimitiveType(Primitive.Boolean),
            "array" => new ArrayType(json.TryGetProperty("items", out var items) ? Type(items) : AnyType.Instance),
            "object" => new MapType(
                json.TryGetProperty("additionalProperties", out var values) ? Type(values) : AnyType.Instance
            ),
            _ => AnyType.Instance,
        };
    }

    /// <summary>A reference is <c>#/types/token</c>, with the address of another package's schema before it where it is not of this package.</summary>
    private SchemaType Reference(string reference)
    {
        switch (reference)
        {
            case "pulumi.json#/Archive":
                return new AssetType(ArchiveOnly: true);
            case "pulumi.json#/Asset":
                return new AssetType(ArchiveOnly: false);
        }
        var mark = reference.IndexOf('#', StringComparison.Ordinal);
        var place = mark < 0 ? "" : reference[mark..];
        if (place.StartsWith(ResourceReference, StringComparison.Ordinal))
            return new ResourceType(Unescape(place[ResourceReference.Length..]));
        return place.StartsWith(TypeReference, StringComparison.Ordinal)
            ? library.Type(mark == 0 ? package : null, Unescape(place[TypeReference.Length..])) ?? AnyType.Instance
            : AnyType.Instance;
    }

    private static string Unescape(string token) =>
        token.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(token) : token;

    private static string Alias(JsonElement alias) =>
        alias.ValueKind == JsonValueKind.String ? alias.GetString()! : Text(alias, "type") ?? "";

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static PropertyValue Plain(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => new StringValue(json.GetString()!),
            JsonValueKind.Number => new NumberValue(json.GetDouble()),
            JsonValueKind.True or JsonValueKind.False => new BoolValue(json.GetBoolean()),
            _ => NullValue.Instance,
        };
}
