using System.Text.Json;
using Engine.Model;
using Engine.Planning;
using Engine.Values;
using Review.Model;

namespace Review.Export.Terraform;

/// <summary>A provider of the program as the configuration of one of Terraform's.</summary>
/// <param name="Package">The package, which is also the short name of Terraform's provider.</param>
/// <param name="Alias">Its logical name where it is not the default one.</param>
/// <param name="Region">The region it works in, as far as it is known.</param>
/// <param name="DefaultTags">The tags it puts on everything; a value may be unknown or secret.</param>
internal sealed record ProviderConfig(string Package, string? Alias, string? Region, ObjectValue DefaultTags)
{
    /// <summary>By what resources refer to it: <c>aws</c>, or <c>aws.virginia</c>.</summary>
    public string Key => Alias is null ? Package : $"{Package}.{Alias}";

    /// <summary>One that says nothing: of a package whose provider is not in the plan.</summary>
    public static ProviderConfig Plain(string package, string? region) => new(package, null, region, ObjectValue.Empty);

    /// <summary>The provider of a step.</summary>
    /// <param name="step">One whose resource is a provider.</param>
    /// <param name="region">The region where it names none.</param>
    public static ProviderConfig Of(PlanStep step, string? region)
    {
        var state = step.State;
        var inputs = new Value(state.Inputs);
        return new(
            Urns.Package(state.Type),
            step.Internal ? null : TerraformNames.Identifier(state.Name),
            inputs["region"] switch
            {
                { IsMissing: true } => region,
                { IsUnknown: true } or { IsSecret: true } => null,
                var own => own.Text,
            },
            // Providers get everything but texts as JSON in a text.
            inputs["defaultTags"].Json()["tags"]
                is { IsSecret: false, Bare: ObjectValue tags }
                ? tags
                : ObjectValue.Empty
        );
    }

    /// <summary>Writes it as a member of <c>provider_config</c>.</summary>
    public void Write(Utf8JsonWriter json, Resolution resolution)
    {
        json.WriteStartObject(Key);
        json.WriteString("name", Package);
        json.WriteString("full_name", TerraformTypes.Provider(Package));
        if (Alias is not null)
            json.WriteString("alias", Alias);
        if (Region is not null || !DefaultTags.Properties.IsEmpty)
        {
            json.WriteStartObject("expressions");
            if (!DefaultTags.Properties.IsEmpty)
            {
                json.WriteStartArray("default_tags");
                json.WriteStartObject();
                WriteConstant(json, "tags", resolution.Of(DefaultTags));
                json.WriteEndObject();
                json.WriteEndArray();
            }
            if (Region is not null)
                WriteConstant(json, "region", new StringValue(Region));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteConstant(Utf8JsonWriter json, string name, PropertyValue value)
    {
        json.WriteStartObject(name);
        json.WritePropertyName("constant_value");
        PlanJson.Write(json, value);
        json.WriteEndObject();
    }
}
