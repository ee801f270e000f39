using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Engine.Values;

namespace Engine.Documents;

/// <summary>Reads property values as checkpoints hold them.</summary>
internal sealed class ValueReader(ISecretReader secrets)
{
    /// <exception cref="FormatException">A special object lacks what its kind needs, or its kind is unknown.</exception>
    public ObjectValue Object(JsonElement json)
    {
        var members = ObjectValue.Empty.Properties.ToBuilder();
        foreach (var member in json.EnumerateObject())
            members[member.Name] = Value(member.Value);
        return members.Count == 0 ? ObjectValue.Empty : new ObjectValue(members.ToImmutable());
    }

    /// <inheritdoc cref="Object"/>
    public PropertyValue Value(JsonElement json) => Value(json, insideSecret: false);

    private PropertyValue Value(JsonElement json, bool insideSecret) =>
        json.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => BoolValue.Of(json.GetBoolean()),
            JsonValueKind.Number => new NumberValue(json.GetDouble()),
            JsonValueKind.String when json.ValueEquals(Signatures.Unknown) => UnknownValue.Instance,
            JsonValueKind.String => new StringValue(json.GetString()!),
            JsonValueKind.Array => new ArrayValue([.. json.EnumerateArray().Select(item => Value(item, insideSecret))]),
            JsonValueKind.Object
                when json.TryGetProperty(Signatures.Key, out var kind) && kind.ValueKind == JsonValueKind.String => Special(
                json,
                kind.GetString()!,
                insideSecret
            ),
            JsonValueKind.Object => Map(json, insideSecret),
            _ => NullValue.Instance,
        };

    private ObjectValue Map(JsonElement json, bool insideSecret)
    {
        var members = ObjectValue.Empty.Properties.ToBuilder();
        foreach (var member in json.EnumerateObject())
            members[member.Name] = Value(member.Value, insideSecret);
        return new ObjectValue(members.ToImmutable());
    }

    private PropertyValue Special(JsonElement json, string kind, bool insideSecret) =>
        kind switch
        {
            Signatures.Secret => Secret(json, insideSecret),
            Signatures.Asset => Asset(json),
            Signatures.Archive => Archive(json, insideSecret),
            Signatures.Resource => Reference(json),
            Signatures.ByteString => new ByteStringValue([.. Convert.FromBase64String(Required(json, AtRest.Value))]),
            AtRest.Number => new NumberValue(
                BitConverter.Int64BitsToDouble(
                    long.Parse(Required(json, AtRest.Value), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                )
            ),
            _ => throw new FormatException($"got a special value of the unknown kind {kind}, want one this version knows"),
        };

    /// <summary>What a secret hides is JSON text; of the secrets inside it that text is not encrypted again.</summary>
    private SecretValue Secret(JsonElement json, bool insideSecret)
    {
        var (plain, cipher) = (Optional(json, AtRest.Plaintext), Optional(json, AtRest.Ciphertext));
        if ((plain is null) == (cipher is null))
            throw new FormatException("got a secret with neither or both of plaintext and ciphertext, want one of them");
        if (SecretDigest.Parse(cipher) is { } digest)
            return new SecretValue(UnknownValue.Instance) { Digest = digest };
        var text = plain ?? (insideSecret ? cipher : secrets.Open(cipher!));
        if (text is null)
            return new SecretValue(UnknownValue.Instance);
        try
        {
            using var inner = JsonDocument.Parse(text);
            return SecretValue.Of(Value(inner.RootElement, insideSecret: true));
        }
        catch (JsonException)
        {
            throw new FormatException("got a secret whose content is no JSON");
        }
    }

    private static AssetValue Asset(JsonElement json)
    {
        var (source, value) = Source(json) ?? (AssetSource.Text, "");
        return new AssetValue(source, value) { Hash = Optional(json, AtRest.Hash) };
    }

    private ArchiveValue Archive(JsonElement json, bool insideSecret)
    {
        var hash = Optional(json, AtRest.Hash);
        if (json.TryGetProperty(AtRest.Assets, out var assets) && assets.ValueKind == JsonValueKind.Object)
            return new ArchiveValue(AssetSource.Text, "", Map(assets, insideSecret)) { Hash = hash };
        var (source, value) =
            Source(json) ?? throw new FormatException("got an archive without assets, path and uri, want one of them");
        return new ArchiveValue(source, value, null) { Hash = hash };
    }

    private static (AssetSource Source, string Value)? Source(JsonElement json) =>
        Optional(json, AtRest.Text) is { } text ? (AssetSource.Text, text)
        : Optional(json, AtRest.Path) is { } path ? (AssetSource.Path, path)
        : Optional(json, AtRest.Uri) is { } uri ? (AssetSource.Uri, uri)
        : null;

    private static ResourceReferenceValue Reference(JsonElement json)
    {
        PropertyValue? id = Optional(json, AtRest.Id) switch
        {
            null => null,
            "" or Signatures.Unknown => UnknownValue.Instance,
            var known => new StringValue(known),
        };
        return new ResourceReferenceValue(Required(json, AtRest.Urn), id, Optional(json, AtRest.PackageVersion) ?? "");
    }

    private static string? Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Required(JsonElement json, string name) =>
        Optional(json, name) ?? throw new FormatException($"got a special value without {name}, want a text there");
}
