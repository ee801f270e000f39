using System.Collections.Immutable;
using Engine.Model;
using Engine.Schemas;
using Engine.Values;

namespace Review.Export.Terraform;

/// <summary>What Terraform knows of a resource beside what the program set: what the provider adds, and what only AWS makes up.</summary>
internal static class Attributes
{
    private const string Id = "id";
    private const string Region = "region";
    private const string Tags = "tags";
    private const string TagsAll = "tags_all";
    private const string PulumiTagsAll = "tagsAll";

    /// <summary>All attributes of a resource, stand-ins and all.</summary>
    /// <param name="state">The resource.</param>
    /// <param name="configured">What the program set, translated.</param>
    /// <param name="schema">What the package's schema says of its type.</param>
    /// <param name="provider">Its provider.</param>
    /// <param name="isNew">Whether it is yet to be made: then nothing that AWS makes up is known, whatever a program was told in its place.</param>
    public static ObjectValue Of(
        ResourceState state,
        ObjectValue configured,
        ResourceSchema schema,
        ProviderConfig provider,
        bool isNew
    )
    {
        var all = configured.Properties.ToBuilder();
        foreach (var (output, property) in schema.Outputs)
            if (!schema.Inputs.ContainsKey(output) && output != PulumiTagsAll)
            {
                var attribute = TerraformTypes.Known.AttributeOf(schema.Token, output);
                if (!all.ContainsKey(attribute.Name))
                    all[attribute.Name] = Computed(property, isNew ? null : state.Outputs[output], attribute.Nesting);
            }
        if (!all.ContainsKey(Id))
            all[Id] = !isNew && state.Id is { Length: > 0 } id ? new StringValue(id) : UnknownValue.Instance;
        if (provider.Region is { } region && schema.Inputs.ContainsKey(Region) && !all.ContainsKey(Region))
            all[Region] = new StringValue(region);
        if (schema.Outputs.ContainsKey(PulumiTagsAll))
            all[TagsAll] = Merged(provider.DefaultTags, all.GetValueOrDefault(Tags));
        return new(all.ToImmutable());
    }

    private static PropertyValue Computed(PropertySchema property, PropertyValue? value, Nesting nesting)
    {
        var known = value is null ? null : Translation.Of(property, value, nesting);
        return known ?? (property.Secret ? new SecretValue(UnknownValue.Instance) : UnknownValue.Instance);
    }

    private static PropertyValue Merged(ObjectValue defaults, PropertyValue? own) =>
        own switch
        {
            null => defaults,
            ObjectValue tags => new ObjectValue(defaults.Properties.SetItems(tags.Properties)),
            _ => own,
        };
}
