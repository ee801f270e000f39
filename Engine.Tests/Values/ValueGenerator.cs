using System.Collections.Immutable;
using Engine.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Engine.Tests.Values;

/// <summary>Values of every kind, nested.</summary>
internal static class ValueGenerator
{
    private static readonly Gen<string> Text = Gen.Elements("", "a", "name", "a.b", "ü€", "\"q\"", "long enough to be a secret");

    public static Gen<ObjectValue> Map(int depth) =>
        from entries in Gen.ListOf(Text.SelectMany(_ => Any(depth), (key, value) => (key, value)), 4)
        select new ObjectValue(
            entries
                .DistinctBy(entry => entry.key)
                .ToImmutableSortedDictionary(entry => entry.key, entry => entry.value, StringComparer.Ordinal)
        );

    private static Gen<PropertyValue> Any(int depth) => depth == 0 ? Leaf() : Gen.OneOf(Leaf(), Deep(depth - 1));

    private static Gen<PropertyValue> Leaf() =>
        Gen.OneOf(
            Gen.Constant<PropertyValue>(NullValue.Instance),
            Gen.Constant<PropertyValue>(UnknownValue.Instance),
            Gen.Elements<PropertyValue>(BoolValue.True, BoolValue.False),
            Gen.Elements(0, 1, -2.5, 1e300, double.NaN, double.PositiveInfinity).Select(PropertyValue (n) => new NumberValue(n)),
            Text.Select(PropertyValue (text) => new StringValue(text)),
            Gen.Elements(AssetSource.Text, AssetSource.Path, AssetSource.Uri)
                .SelectMany(_ => Text, PropertyValue (source, text) => new AssetValue(source, text)),
            Gen.Elements(AssetSource.Path, AssetSource.Uri)
                .SelectMany(_ => Text, PropertyValue (source, text) => new ArchiveValue(source, text, null)),
            Gen.Elements<PropertyValue?>(null, UnknownValue.Instance, new StringValue("i-1"))
                .Select(PropertyValue (id) => new ResourceReferenceValue("urn:x", id, "1.0.0")),
            Gen.Elements<byte[]>([], [0xff, 0xfe], [0xc0]).Select(PropertyValue (bytes) => new ByteStringValue([.. bytes]))
        );

    private static Gen<PropertyValue> Deep(int depth) =>
        Gen.OneOf(
            Any(depth).Select(PropertyValue (inner) => SecretValue.Of(inner)),
            Gen.ListOf(Any(depth), 3).Select(PropertyValue (items) => new ArrayValue([.. items])),
            Map(depth).Select(PropertyValue (map) => map),
            Text.Select(
                PropertyValue (text) =>
                    new ArchiveValue(AssetSource.Text, "", Make.Map(("member", new AssetValue(AssetSource.Text, text))))
            )
        );

    private static ImmutableArray<byte> ImmutableCollectionsMarshalOf(byte[] bytes) => [.. bytes];
}
