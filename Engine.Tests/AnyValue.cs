using Engine.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Engine.Tests;

/// <summary>Random property values without secrets.</summary>
internal static class AnyValue
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements("", "a", "a.b", "x[0]", "\"q\"", "*", "<&>", "é\u2028", "tags", "line\nbreak"),
        Gen.Elements("abcxyz01-_ ".ToCharArray()).ListOf().Select(letters => new string([.. letters]))
    );

    private static readonly Gen<PropertyValue> Scalars = Gen.OneOf(
        Gen.Constant<PropertyValue>(UnknownValue.Instance),
        Gen.Elements<PropertyValue>(BoolValue.True, BoolValue.False),
        Texts.Select(text => (PropertyValue)new StringValue(text)),
        ArbMap.Default.ArbFor<double>().Generator.Select(number => (PropertyValue)new NumberValue(number)),
        ArbMap.Default.ArbFor<int>().Generator.Select(number => (PropertyValue)new NumberValue(number)),
        Texts
            .Where(text => text.Length > 0)
            .Select(text => (PropertyValue)new AssetValue(AssetSource.Path, text) { Hash = "00ff" }),
        Texts.Select(text => (PropertyValue)new ArchiveValue(AssetSource.Uri, text, null)),
        Texts.Select(text =>
            (PropertyValue)new ResourceReferenceValue($"urn:pulumi:s::p::t::{text}", new StringValue($"i{text}"), "")
        ),
        ArbMap.Default.ArbFor<byte[]>().Generator.Select(bytes => (PropertyValue)new ByteStringValue([.. bytes]))
    );

    public static Gen<ObjectValue> Objects(int depth = 3) =>
        Gen.Zip(Texts, Values(depth - 1))
            .ListOf()
            .Select(members => new ObjectValue(
                ObjectValue.Empty.Properties.SetItems(
                    members.Take(6).Select(member => KeyValuePair.Create(member.Item1, member.Item2))
                )
            ));

    public static Gen<PropertyValue> Values(int depth = 3) =>
        depth <= 0
            ? Scalars
            : Gen.Frequency(
                (3, Scalars),
                (1, Objects(depth).Select(map => (PropertyValue)map)),
                (1, Values(depth - 1).ListOf().Select(items => (PropertyValue)new ArrayValue([.. items.Take(5)])))
            );
}
