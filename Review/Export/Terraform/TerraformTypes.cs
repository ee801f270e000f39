using System.Reflection;
using System.Text.Json;

namespace Review.Export.Terraform;

/// <summary>
/// What Terraform calls the resources, properties and outputs of Pulumi's packages. Pulumi's are made from Terraform's providers, so nearly every name
/// follows by rule; <c>terraform.json</c> has the types, and of the properties those that do not: <c>docs/terraform-export.md</c> says where from.
/// </summary>
internal sealed class TerraformTypes
{
    private static readonly Lazy<TerraformTypes> Loaded = new(Load);

    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _outputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, TerraformAttribute>> _attributes = new(StringComparer.Ordinal);

    private TerraformTypes() { }

    /// <summary>The one of this repository.</summary>
    public static TerraformTypes Known => Loaded.Value;

    /// <summary>All type tokens that have a Terraform type.</summary>
    public IReadOnlyCollection<string> Tokens => _types.Keys;

    /// <summary>All tokens, of resources and of objects in them, with the properties that do not follow the rule.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, TerraformAttribute>> Irregular => _attributes;

    /// <summary>The address of a Terraform provider, as plans have it: <c>registry.terraform.io/hashicorp/aws</c>.</summary>
    public static string Provider(string package) => $"registry.terraform.io/hashicorp/{package}";

    /// <summary>The Terraform type of a resource; nothing where none is known.</summary>
    public string? TypeOf(string token) => _types.GetValueOrDefault(token);

    /// <summary>The attribute that a property of a resource, or of an object in one, stands for.</summary>
    /// <param name="token">The token of the resource or object.</param>
    /// <param name="property">Pulumi's name.</param>
    public TerraformAttribute AttributeOf(string token, string property) =>
        _attributes.TryGetValue(token, out var irregular) && irregular.TryGetValue(property, out var attribute)
            ? attribute
            : new(TerraformNames.Snake(property), Nesting.Usual);

    /// <summary>The attribute of an output as stand-ins name it, which may be a part of one.</summary>
    public string OutputOf(string token, string output) => _outputs.GetValueOrDefault(output) ?? AttributeOf(token, output).Name;

    private static TerraformTypes Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("terraform.json")!;
        using var document = JsonDocument.Parse(stream);
        var known = new TerraformTypes();
        foreach (var type in document.RootElement.GetProperty("resources").EnumerateObject())
            known._types[type.Name] = type.Value.GetString()!;
        foreach (var output in document.RootElement.GetProperty("outputs").EnumerateObject())
            known._outputs[output.Name] = output.Value.GetString()!;
        foreach (var token in document.RootElement.GetProperty("properties").EnumerateObject())
        {
            var attributes = new Dictionary<string, TerraformAttribute>(StringComparer.Ordinal);
            foreach (var property in token.Value.EnumerateObject())
                attributes[property.Name] = TerraformAttribute.Parse(property.Value.GetString()!);
            known._attributes[token.Name] = attributes;
        }
        return known;
    }
}
