using System.Text.Json;

namespace Packages.Tests.Shapes;

/// <summary>The C# type of a property of the schema, by the table of docs/official-packages.md.</summary>
internal sealed class TypeText(PackageSchema schema, PackageSchema? other)
{
    private const string Immutable = "System.Collections.Immutable.Immutable";
    private const string Mutable = "System.Collections.Generic.";

    /// <summary>The type of a property that is required.</summary>
    public string Of(JsonElement type, Place place)
    {
        var isInput = place is not (Place.Plain or Place.Output) && !IsPlain(type);
        if (Kind(type) == "array")
        {
            var item = Inside(type, type.GetProperty("items"), place);
            return isInput ? $"Pulumi.InputList<{item}>" : $"{List(place)}<{item}>";
        }
        if (Kind(type) == "object")
        {
            var value = type.TryGetProperty("additionalProperties", out var values) ? Inside(type, values, place) : "string";
            return isInput ? $"Pulumi.InputMap<{value}>" : $"{Map(place)}<string, {value}>";
        }
        if (type.TryGetProperty("oneOf", out var cases))
            return Union(cases, place, isInput);
        return isInput ? $"Pulumi.Input<{Item(type, place)}>" : Item(type, place);
    }

    /// <summary>Whether values of the type are many, which are never null but empty.</summary>
    public static bool IsMany(JsonElement type) => Kind(type) is "array" or "object";

    public static bool IsPlain(JsonElement type) => type.TryGetProperty("plain", out var plain) && plain.GetBoolean();

    public static string? Kind(JsonElement type) => type.TryGetProperty("type", out var kind) ? kind.GetString() : null;

    // Inside a list or a map nothing is an input of its own, but where the list or map is plain and what is in it is not.
    private string Inside(JsonElement many, JsonElement item, Place place) => IsPlain(many) ? Of(item, place) : Item(item, place);

    private string Item(JsonElement type, Place place)
    {
        if (type.TryGetProperty("oneOf", out var cases))
            return Union(cases, place, isInput: false);
        if (type.TryGetProperty("$ref", out var reference))
            return Referred(reference.GetString()!, place);
        return Kind(type) switch
        {
            "array" => $"{Immutable}Array<{Item(type.GetProperty("items"), place)}>",
            "object" =>
                $"{Immutable}Dictionary<string, {(type.TryGetProperty("additionalProperties", out var values) ? Item(values, place) : "string")}>",
            "boolean" => "bool",
            "integer" => "int",
            "number" => "double",
            _ => "string",
        };
    }

    private string Union(JsonElement cases, Place place, bool isInput)
    {
        // What comes back may be a value that the enum did not know yet.
        if (place == Place.Output && cases.EnumerateArray().Any(IsEnum))
            return "string";
        var texts = cases.EnumerateArray().Select(one => Item(one, place)).Distinct().ToList();
        return texts.Count switch
        {
            1 => isInput ? $"Pulumi.Input<{texts[0]}>" : texts[0],
            2 => $"Pulumi.{(isInput ? "InputUnion" : "Union")}<{texts[0]}, {texts[1]}>",
            _ => "object",
        };
    }

    private bool IsEnum(JsonElement type) =>
        type.TryGetProperty("$ref", out var reference)
        && reference.GetString()!.StartsWith("#/types/", StringComparison.Ordinal)
        && schema.IsEnum(Token(reference.GetString()!));

    private string Referred(string reference, Place place)
    {
        switch (reference)
        {
            case "pulumi.json#/Any":
                return "object";
            case "pulumi.json#/Archive":
                return "Pulumi.Archive";
            case "pulumi.json#/Asset":
                return "Pulumi.AssetOrArchive";
        }
        var owner = reference[0] == '#' ? schema : other!;
        var token = Token(reference);
        var space = owner.NamespaceOf(token);
        if (reference.Contains("#/resources/", StringComparison.Ordinal) || owner.IsEnum(token))
            return $"{space}.{PackageSchema.ClassOf(token)}";
        return $"{space}.{(place == Place.Output ? "Outputs" : "Inputs")}.{ClassOf(token, place)}";
    }

    /// <summary>The class of an object type at a place; types of functions begin with a small letter.</summary>
    public string ClassOf(string token, Place place)
    {
        var name = PackageSchema.ClassOf(token);
        var isOfFunctions = char.IsLower(token[token.LastIndexOf(':') + 1]);
        return place switch
        {
            Place.State => $"{name}GetArgs",
            Place.Invoke => $"{name}InputArgs",
            Place.Output => schema.IsBridged && isOfFunctions ? $"{name}Result" : name,
            _ => $"{name}Args",
        };
    }

    private static string Token(string reference) =>
        Uri.UnescapeDataString(reference[(reference.IndexOf("#/", StringComparison.Ordinal) + 2)..].Split('/', 2)[1]);

    private static string List(Place place) => place == Place.Output ? $"{Immutable}Array" : $"{Mutable}List";

    private static string Map(Place place) => place == Place.Output ? $"{Immutable}Dictionary" : $"{Mutable}Dictionary";
}
