using System.Security.Cryptography;
using System.Text;
using Engine.Text;
using Engine.Values;

namespace Engine.Documents;

/// <summary>Writes property values in the form they have in checkpoints and previews. The content of a secret is never written.</summary>
internal static class ValueWriter
{
    public static void Write(PulumiJsonWriter writer, PropertyValue value, SecretForm form)
    {
        switch (value)
        {
            case BoolValue truth:
                writer.Bool(truth.Value);
                break;
            case NumberValue number when double.IsFinite(number.Value):
                writer.Number(number.Value);
                break;
            case NumberValue number:
                Special(writer, AtRest.Number, (AtRest.Value, $"{BitConverter.DoubleToInt64Bits(number.Value):x16}"));
                break;
            case StringValue text:
                writer.String(text.Value);
                break;
            case UnknownValue:
                writer.String(Signatures.Unknown);
                break;
            case SecretValue when form == SecretForm.Masked:
                writer.String(SecretValue.Mask);
                break;
            case SecretValue secret:
                Special(writer, Signatures.Secret, (AtRest.Ciphertext, form.Ciphertext(secret)));
                break;
            case ArrayValue list:
                writer.StartArray();
                foreach (var item in list.Items)
                    Write(writer, item, form);
                writer.EndArray();
                break;
            case ObjectValue map:
                Object(writer, map, form);
                break;
            case ByteStringValue bytes when form == SecretForm.Masked:
                writer.String($"b\"{Convert.ToBase64String(bytes.Bytes.AsSpan())}\"");
                break;
            case ByteStringValue bytes:
                Special(writer, Signatures.ByteString, (AtRest.Value, Convert.ToBase64String(bytes.Bytes.AsSpan())));
                break;
            case AssetValue asset:
                Special(writer, Signatures.Asset, (AtRest.Hash, HashOf(asset)), (Name(asset.Source), Content(asset)));
                break;
            case ArchiveValue archive:
                Archive(writer, archive, form);
                break;
            case ResourceReferenceValue reference:
                Reference(writer, reference);
                break;
            default:
                writer.Null();
                break;
        }
    }

    public static void Object(PulumiJsonWriter writer, ObjectValue map, SecretForm form)
    {
        writer.StartObject();
        foreach (var (key, member) in map.Properties)
        {
            writer.Name(key);
            Write(writer, member, form);
        }
        writer.EndObject();
    }

    private static void Archive(PulumiJsonWriter writer, ArchiveValue archive, SecretForm form)
    {
        if (archive.Members is not { } members)
        {
            Special(writer, Signatures.Archive, (AtRest.Hash, archive.Hash), (Name(archive.Source), archive.Value));
            return;
        }
        writer.StartObject();
        Member(writer, Signatures.Key, Signatures.Archive);
        writer.Name(AtRest.Assets);
        Object(writer, members, form);
        Member(writer, AtRest.Hash, archive.Hash);
        writer.EndObject();
    }

    private static void Reference(PulumiJsonWriter writer, ResourceReferenceValue reference)
    {
        var id = reference.Id switch
        {
            null => null,
            StringValue known => known.Value,
            _ => "",
        };
        Special(
            writer,
            Signatures.Resource,
            (AtRest.Id, id),
            (AtRest.PackageVersion, reference.PackageVersion),
            (AtRest.Urn, reference.Urn)
        );
    }

    private static void Special(
        PulumiJsonWriter writer,
        string signature,
        params ReadOnlySpan<(string Name, string? Value)> members
    )
    {
        writer.StartObject();
        Member(writer, Signatures.Key, signature);
        foreach (var (name, value) in members)
            Member(writer, name, value);
        writer.EndObject();
    }

    private static void Member(PulumiJsonWriter writer, string name, string? value)
    {
        if (value is null)
            return;
        writer.Name(name);
        writer.String(value);
    }

    private static string? HashOf(AssetValue asset) =>
        asset.Hash
        ?? (
            asset.Source == AssetSource.Text
                ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asset.Value)))
                : null
        );

    // An empty text is told by its hash alone.
    private static string? Content(AssetValue asset) => asset is { Source: AssetSource.Text, Value: "" } ? null : asset.Value;

    private static string Name(AssetSource source) =>
        source switch
        {
            AssetSource.Text => AtRest.Text,
            AssetSource.Path => AtRest.Path,
            _ => AtRest.Uri,
        };
}
