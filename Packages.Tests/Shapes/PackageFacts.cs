using System.Text.Json;

namespace Packages.Tests.Shapes;

/// <summary>
/// All lines that a package of that schema may have, worked out from the naming facts of docs/official-packages.md, with no code of the generator.
/// </summary>
internal sealed class PackageFacts
{
    private readonly PackageSchema _schema;
    private readonly TypeText _types;
    private readonly ClassFacts _classes;

    public PackageFacts(PackageSchema schema, PackageSchema? other = null)
    {
        _schema = schema;
        _types = new(schema, other);
        _classes = new(_types);
    }

    /// <summary>The lines.</summary>
    public IEnumerable<string> Lines() =>
        _schema
            .Resources.SelectMany(Resource)
            .Concat(Provider())
            .Concat(_schema.Functions.SelectMany(Function))
            .Concat(_schema.Types.SelectMany(type => _schema.IsEnum(type.Name) ? Enum(type) : Object(type)));

    private IEnumerable<string> Resource(JsonProperty resource)
    {
        var (space, name) = (_schema.NamespaceOf(resource.Name), PackageSchema.ClassOf(resource.Name));
        var isComponent = resource.Value.TryGetProperty("isComponent", out var component) && component.GetBoolean();
        var kind = isComponent ? "ComponentResource" : "CustomResource";
        foreach (var line in Class(space, name, kind, resource.Name, resource.Value))
            yield return line;
        if (isComponent)
            yield break;
        yield return $"{space}.{name}.Get(string name, Pulumi.Input<string> id, {space}.{name}State? state = null, Pulumi.CustomResourceOptions? options = null) : public static {space}.{name}";
        var state = resource.Value.GetProperty("stateInputs");
        foreach (var line in _classes.Arguments(space, $"{name}State", "ResourceArgs", Get(state, "properties"), [], Place.State))
            yield return line;
    }

    private IEnumerable<string> Provider() =>
        Class(_schema.Root, "Provider", "ProviderResource", $"pulumi:providers:{_schema.Name}", _schema.Provider);

    private IEnumerable<string> Class(string space, string name, string kind, string token, JsonElement resource)
    {
        var full = $"{space}.{name}";
        var required = Required(resource, "requiredInputs");
        var isProvider = kind == "ProviderResource";
        var options = kind == "ComponentResource" ? "ComponentResourceOptions" : "CustomResourceOptions";
        var args = required.Count == 0 ? $"{full}Args? args = null" : $"{full}Args args";
        return _classes
            .Outputs(full, Get(resource, "properties"), Required(resource, "required"))
            .Concat(
                _classes.Arguments(
                    space,
                    $"{name}Args",
                    "ResourceArgs",
                    Get(resource, "inputProperties"),
                    required,
                    Place.Args,
                    isProvider
                )
            )
            .Append($"{full} : class extends Pulumi.{kind} [ResourceType({token}, {_schema.Version})]")
            .Append($"{full}.ctor : public {name}(string name, {args}, Pulumi.{options}? options = null)");
    }

    private IEnumerable<string> Function(JsonProperty function)
    {
        var (space, name) = (_schema.NamespaceOf(function.Name), PackageSchema.ClassOf(function.Name));
        var full = $"{space}.{name}";
        var (inputs, outputs) = (Get(function.Value, "inputs"), Get(function.Value, "outputs"));
        var required = inputs is { } some ? Required(some, "required") : [];
        var (mark, none) = required.Count == 0 ? ("?", " = null") : ("", "");
        yield return $"{full} : static class";
        yield return $"{full}.InvokeAsync({full}Args{mark} args{none}, Pulumi.InvokeOptions? options = null) : public static System.Threading.Tasks.Task<{full}Result>";
        yield return $"{full}.Invoke({full}InvokeArgs{mark} args{none}, Pulumi.InvokeOptions? options = null) : public static Pulumi.Output<{full}Result>";
        yield return $"{full}.Invoke({full}InvokeArgs args, Pulumi.InvokeOutputOptions options) : public static Pulumi.Output<{full}Result>";
        var rest = _classes
            .Arguments(space, $"{name}Args", "InvokeArgs", Properties(inputs), required, Place.Plain)
            .Concat(_classes.Arguments(space, $"{name}InvokeArgs", "InvokeArgs", Properties(inputs), required, Place.Invoke))
            .Concat(_classes.Answers(space, $"{name}Result", Properties(outputs), Required(outputs!.Value, "required")));
        foreach (var line in rest)
            yield return line;
    }

    private IEnumerable<string> Object(JsonProperty type)
    {
        var (space, required) = (_schema.NamespaceOf(type.Name), Required(type.Value, "required"));
        var properties = Get(type.Value, "properties");
        return char.IsLower(type.Name[type.Name.LastIndexOf(':') + 1])
            ? Args(Place.Plain, "InvokeArgs").Concat(Args(Place.Invoke, "ResourceArgs")).Concat(Answers())
            : Args(Place.Args, "ResourceArgs").Concat(Args(Place.State, "ResourceArgs")).Concat(Answers());

        IEnumerable<string> Args(Place place, string above) =>
            _classes.Arguments($"{space}.Inputs", _types.ClassOf(type.Name, place), above, properties, required, place);

        IEnumerable<string> Answers() =>
            _classes.Answers($"{space}.Outputs", _types.ClassOf(type.Name, Place.Output), properties, required);
    }

    private IEnumerable<string> Enum(JsonProperty type)
    {
        var name = PackageSchema.ClassOf(type.Name);
        var full = $"{_schema.NamespaceOf(type.Name)}.{name}";
        yield return $"{full} : readonly struct extends System.IEquatable<{full}> [EnumType]";
        foreach (var value in type.Value.GetProperty("enum").EnumerateArray())
        {
            var (text, member) = (value.GetProperty("value").GetString()!, EnumName.Of(value, name));
            yield return $"{full}.{member} : public static {full} {member} {{ get; }} = \"{text}\"";
        }
        yield return $"{full}.Equals(object? obj) : public override bool";
        yield return $"{full}.Equals({full} other) : public bool";
        yield return $"{full}.GetHashCode() : public override int";
        yield return $"{full}.ToString() : public override string";
        yield return $"{full}.op_Equality({full} left, {full} right) : public static bool";
        yield return $"{full}.op_Inequality({full} left, {full} right) : public static bool";
        yield return $"{full}.op_Explicit({full} value) : public static string";
    }

    private static JsonElement? Get(JsonElement owner, string name) => owner.TryGetProperty(name, out var found) ? found : null;

    private static JsonElement? Properties(JsonElement? owner) => owner is { } some ? Get(some, "properties") : null;

    private static HashSet<string> Required(JsonElement owner, string name) =>
        [.. Get(owner, name)?.EnumerateArray().Select(one => one.GetString()!) ?? []];
}
