using System.Globalization;
using Engine.Model;
using Engine.Text;
using Engine.Values;

namespace Engine.Schemas;

/// <summary>Whether a value is of a type's kind, looking no deeper than the value itself.</summary>
internal static class Shape
{
    private const int LongestShown = 60;

    public static bool Fits(SchemaType type, PropertyValue value) =>
        value switch
        {
            UnknownValue => true,
            SecretValue secret => Fits(type, Bare(secret)),
            _ => type switch
            {
                AnyType => true,
                UnionType union => union.Options.Any(option => Fits(option, value)),
                PrimitiveType primitive => Fits(primitive.Kind, value),
                EnumType choice => choice.Values.Contains(value),
                ArrayType => value is ArrayValue,
                MapType or ObjectType => value is ObjectValue,
                AssetType asset => value is ArchiveValue || (value is AssetValue && !asset.ArchiveOnly),
                ResourceType resource => value is StringValue
                    || value is ResourceReferenceValue it && Urns.Type(it.Urn) == resource.Token,
                _ => true,
            },
        };

    /// <summary>What a secret hides, without the wrappers.</summary>
    public static PropertyValue Bare(PropertyValue value) => value is SecretValue secret ? Bare(secret.Inner) : value;

    /// <summary>A value in a few words. Secrets inside are not shown.</summary>
    public static string Describe(PropertyValue value) =>
        value switch
        {
            NullValue => "nothing",
            BoolValue { Value: var truth } => truth ? "true" : "false",
            NumberValue { Value: var number } => double.IsFinite(number) ? PulumiNumbers.Text(number) : "a number that is none",
            StringValue { Value: var text } => $"\"{(text.Length > LongestShown ? text[..LongestShown] + "…" : text)}\"",
            ArrayValue { Items: var items } => items.Length == 0 ? "an empty list" : $"a list of {items.Length}",
            ObjectValue { Properties: var members } => members.IsEmpty
                ? "an empty object"
                : $"an object with {Names(members.Keys)}",
            SecretValue => "[secret]",
            AssetValue => "an asset",
            ArchiveValue => "an archive",
            ResourceReferenceValue reference => $"the resource {Urns.Name(reference.Urn)} ({Urns.Type(reference.Urn)})",
            _ => "something not known yet",
        };

    private static bool Fits(Primitive kind, PropertyValue value) =>
        (kind, value) switch
        {
            (Primitive.String, StringValue or NumberValue or BoolValue or ResourceReferenceValue) => true,
            (Primitive.Integer, NumberValue number) => number.Value == Math.Truncate(number.Value),
            (Primitive.Number, NumberValue) => true,
            (Primitive.Boolean, BoolValue) => true,
            (Primitive.Integer, StringValue text) => long.TryParse(
                text.Value,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out _
            ),
            (Primitive.Number, StringValue text) => double.TryParse(
                text.Value,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out _
            ),
            (Primitive.Boolean, StringValue text) => text.Value is "true" or "false",
            _ => false,
        };

    private static string Names(IEnumerable<string> keys) => string.Join(", ", keys.Take(4)) + (keys.Skip(4).Any() ? " …" : "");
}
