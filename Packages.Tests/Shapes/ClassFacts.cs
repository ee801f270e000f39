using System.Text.Json;

namespace Packages.Tests.Shapes;

/// <summary>The lines of classes made of lists of properties: arguments, and what comes back.</summary>
internal sealed class ClassFacts(TypeText types)
{
    /// <summary>A class of arguments.</summary>
    /// <param name="space">Its namespace.</param>
    /// <param name="name">Its name.</param>
    /// <param name="base">The class above it, one of the core.</param>
    /// <param name="properties">What it is made of.</param>
    /// <param name="required">The properties that must be there.</param>
    /// <param name="place">Where it is used.</param>
    /// <param name="isProvider">Whether it configures a provider, which takes texts only: all else goes as JSON.</param>
    public IEnumerable<string> Arguments(
        string space,
        string name,
        string @base,
        JsonElement? properties,
        HashSet<string> required,
        Place place,
        bool isProvider = false
    )
    {
        var full = $"{space}.{name}";
        yield return $"{full} : sealed class extends Pulumi.{@base}";
        yield return $"{full}.ctor : public {name}()";
        yield return $"{full}.Empty : public static {full} Empty {{ get; }}";
        foreach (var property in Of(properties))
        {
            var (type, isMany) = (types.Of(property.Value, place), TypeText.IsMany(property.Value));
            var (member, isRequired) = (PackageSchema.MemberOf(property), required.Contains(property.Name));
            var isSecret = property.Value.TryGetProperty("secret", out var secret) && secret.GetBoolean();
            var json = isProvider && TypeText.Kind(property.Value) != "string";
            var mark = $" [Input({property.Name}, {isRequired}, {json})]";
            var optional = !isMany && (isSecret || !isRequired) ? "?" : "";
            var isHeld = isMany || isSecret;
            yield return $"{full}.{member} : public {type}{optional} {member} {{ get; set; }}{(isHeld ? "" : mark)}";
            if (isHeld)
                yield return $"{full}._{property.Name} : private {type}? _{property.Name}{mark}";
        }
    }

    /// <summary>A class of what comes back from a function or inside a property.</summary>
    public IEnumerable<string> Answers(string space, string name, JsonElement? properties, HashSet<string> required)
    {
        var full = $"{space}.{name}";
        yield return $"{full} : sealed class [OutputType]";
        var all = Of(properties).Select(property => (Property: property, Type: Output(property, required))).ToList();
        foreach (var (property, type) in all)
            yield return $"{full}.{PackageSchema.MemberOf(property)} : public readonly {type} {PackageSchema.MemberOf(property)}";
        var parameters = string.Join(", ", all.Select(one => $"{one.Type} {one.Property.Name}"));
        yield return $"{full}.ctor : private ({parameters}) [OutputConstructor]";
    }

    /// <summary>The outputs of a resource.</summary>
    public IEnumerable<string> Outputs(string full, JsonElement? properties, HashSet<string> required)
    {
        foreach (var property in Of(properties))
        {
            var member = PackageSchema.MemberOf(property);
            yield return $"{full}.{member} : public Pulumi.Output<{Output(property, required)}> {member} {{ get; }} [Output({property.Name})]";
        }
    }

    public static IEnumerable<JsonProperty> Of(JsonElement? properties) => properties?.EnumerateObject() ?? [];

    // A list that is not there is an empty one, never null.
    private string Output(JsonProperty property, HashSet<string> required)
    {
        var isNullable = !required.Contains(property.Name) && TypeText.Kind(property.Value) != "array";
        return types.Of(property.Value, Place.Output) + (isNullable ? "?" : "");
    }
}
