using System.Collections.Immutable;
using Engine.Schemas;
using Engine.Text;
using Engine.Values;

namespace Review.Export.Terraform;

/// <summary>Pulumi's inputs as Terraform's attributes and blocks; stand-ins, unknowns and secrets stay what they are.</summary>
internal static class Translation
{
    // What Pulumi keeps for itself in the inputs of a checkpoint, such as __defaults.
    private const string Internal = "__";

    /// <summary>The members of a resource or of an object in one.</summary>
    /// <param name="token">Its token.</param>
    /// <param name="members">What Pulumi has.</param>
    /// <param name="schema">What the package's schema says of the members.</param>
    public static ObjectValue Of(string token, ObjectValue members, IReadOnlyDictionary<string, PropertySchema> schema)
    {
        var attributes = ImmutableSortedDictionary.CreateBuilder<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var (name, value) in members.Properties)
            if (!name.StartsWith(Internal, StringComparison.Ordinal))
            {
                var attribute = TerraformTypes.Known.AttributeOf(token, name);
                if (Of(schema.GetValueOrDefault(name), value, attribute.Nesting) is { } translated)
                    attributes[attribute.Name] = translated;
            }
        return new(attributes.ToImmutable());
    }

    /// <summary>The value of one property; nothing where Terraform has none.</summary>
    public static PropertyValue? Of(PropertySchema? schema, PropertyValue value, Nesting nesting)
    {
        var translated = Of(schema?.Type ?? AnyType.Instance, value, nesting);
        return translated is not null and not SecretValue && schema is { Secret: true }
            ? new SecretValue(translated)
            : translated;
    }

    private static PropertyValue? Of(SchemaType type, PropertyValue value, Nesting nesting) =>
        value switch
        {
            NullValue => null,
            UnknownValue => value,
            SecretValue { Inner: var inner } => Of(type, inner, nesting) is { } bare ? new SecretValue(bare) : null,
            ResourceReferenceValue => UnknownValue.Instance,
            _ => nesting switch
            {
                Nesting.Text => Scalar(Primitive.String, value),
                Nesting.ListOfOne => Item(type, value) is { } item ? new ArrayValue([item]) : null,
                Nesting.Usual when type is ObjectType && value is ObjectValue => Item(type, value) is { } block
                    ? new ArrayValue([block])
                    : null,
                _ => Item(type, value),
            },
        };

    private static PropertyValue? Item(SchemaType type, PropertyValue value) =>
        (type, value) switch
        {
            (_, NullValue) => null,
            (_, UnknownValue) => value,
            (_, ResourceReferenceValue) => UnknownValue.Instance,
            (_, SecretValue { Inner: var inner }) => Item(type, inner) is { } bare ? new SecretValue(bare) : null,
            (_, AssetValue or ArchiveValue) => Files.PathOf(value),
            (ObjectType block, ObjectValue map) => Of(block.Token, map, block.Properties),
            (ArrayType list, ArrayValue { Items: var items }) => new ArrayValue([
                .. items.Select(item => Item(list.Items, item) ?? NullValue.Instance),
            ]),
            (MapType map, ObjectValue { Properties: var members }) => new ObjectValue(
                members.ToImmutableSortedDictionary(
                    member => member.Key,
                    member => Item(map.Values, member.Value) ?? NullValue.Instance,
                    StringComparer.Ordinal
                )
            ),
            (UnionType { Options: var options }, _) => Either(options, value),
            (PrimitiveType { Kind: var kind }, _) => Scalar(kind, value),
            _ => value,
        };

    // Pulumi takes documents as objects too where Terraform has a text only.
    private static PropertyValue? Either(ImmutableArray<SchemaType> options, PropertyValue value) =>
        value is ObjectValue && options.Any(option => option is PrimitiveType { Kind: Primitive.String })
            ? Documents.TextOf(value)
            : Item(options.FirstOrDefault(option => Shape.Fits(option, value)) ?? AnyType.Instance, value);

    // Pulumi takes one kind for another where the meaning is clear.
    private static PropertyValue Scalar(Primitive kind, PropertyValue value) =>
        (kind, value) switch
        {
            (Primitive.String, NumberValue { Value: var number }) => new StringValue(PulumiNumbers.Text(number)),
            (Primitive.String, BoolValue { Value: var truth }) => new StringValue(truth ? "true" : "false"),
            (Primitive.Boolean, StringValue { Value: "true" or "false" } text) => BoolValue.Of(text.Value == "true"),
            (Primitive.Integer or Primitive.Number, StringValue { Value: var text })
                when double.TryParse(
                    text,
                    System.Globalization.NumberStyles.Float,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var number
                ) && double.IsFinite(number) => new NumberValue(number),
            _ => value,
        };
}
