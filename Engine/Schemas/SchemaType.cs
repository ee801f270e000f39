using System.Collections.Immutable;
using Engine.Values;

namespace Engine.Schemas;

/// <summary>What values a property takes.</summary>
internal abstract record SchemaType
{
    private protected SchemaType() { }

    /// <summary>In words, as a message says it: "a text", "a list of numbers".</summary>
    public abstract string Words { get; }
}

/// <summary>The plain kinds of a schema.</summary>
internal enum Primitive
{
    String,
    Integer,
    Number,
    Boolean,
}

/// <summary>A text, a number or a truth value.</summary>
internal sealed record PrimitiveType(Primitive Kind) : SchemaType
{
    public override string Words =>
        Kind switch
        {
            Primitive.String => "a text",
            Primitive.Integer => "a whole number",
            Primitive.Number => "a number",
            _ => "true or false",
        };
}

/// <summary>Anything at all.</summary>
internal sealed record AnyType : SchemaType
{
    public static readonly AnyType Instance = new();

    public override string Words => "any value";
}

/// <summary>A list whose items are all of one type.</summary>
internal sealed record ArrayType(SchemaType Items) : SchemaType
{
    public override string Words => $"a list, each item {Items.Words}";
}

/// <summary>A map with any keys, whose values are all of one type.</summary>
internal sealed record MapType(SchemaType Values) : SchemaType
{
    public override string Words => $"a map, each value {Values.Words}";
}

/// <summary>One of several types. With an <see cref="EnumType"/> beside a text, the names are only suggestions.</summary>
internal sealed record UnionType(ImmutableArray<SchemaType> Options) : SchemaType
{
    public override string Words => string.Join(" or ", Options.Select(option => option.Words).Distinct());
}

/// <summary>A file or text handed to the provider; an archive of them passes where the schema says asset, as Pulumi's own check lets it.</summary>
internal sealed record AssetType(bool ArchiveOnly) : SchemaType
{
    public override string Words => ArchiveOnly ? "an archive" : "an asset or archive";
}

/// <summary>A resource itself, rather than one of its properties.</summary>
internal sealed record ResourceType(string Token) : SchemaType
{
    public override string Words => $"a resource of type {Token}";
}

/// <summary>One of the listed values.</summary>
internal sealed record EnumType(string Token, ImmutableArray<PropertyValue> Values) : SchemaType
{
    public override string Words => $"one of {string.Join(", ", Values.Select(Text))}";

    internal static string Text(PropertyValue value) =>
        value switch
        {
            StringValue text => text.Value,
            NumberValue number => Engine.Text.PulumiNumbers.Text(number.Value),
            BoolValue { Value: var truth } => truth ? "true" : "false",
            _ => "",
        };
}

/// <summary>A map with named, typed properties. They are read when first asked for, so types may contain themselves.</summary>
internal sealed record ObjectType(string Token, Lazy<IReadOnlyDictionary<string, PropertySchema>> Lazily) : SchemaType
{
    public IReadOnlyDictionary<string, PropertySchema> Properties => Lazily.Value;

    public override string Words =>
        $"an object with {string.Join(", ", Properties.Keys.Order(StringComparer.Ordinal).Take(8))}{More}";

    private string More => Properties.Count > 8 ? " …" : "";

    /// <inheritdoc/>
    public bool Equals(ObjectType? other) => other is not null && other.Token == Token;

    /// <inheritdoc/>
    public override int GetHashCode() => Token.GetHashCode(StringComparison.Ordinal);
}
