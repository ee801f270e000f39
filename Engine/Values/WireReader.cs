using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Values;

/// <summary>
/// Reads property values from protocol messages. One reader serves one run: it notes the text of every secret that passes and shares equal
/// property names among all resources.
/// </summary>
/// <param name="secrets">Is told every secret text.</param>
/// <param name="names">Shares equal names.</param>
public sealed class WireReader(SecretTexts secrets, NamePool names)
{
    private static readonly ImmutableSortedDictionary<string, PropertyValue> None = ObjectValue.Empty.Properties;

    /// <summary>Reads a message's properties.</summary>
    /// <param name="message">The properties; none when <see langword="null"/>.</param>
    /// <param name="dependencies">Receives, by top-level property, the URNs that output values among them depend on.</param>
    /// <exception cref="WireFormatException">A special value is incomplete, contradictory or of an unknown kind.</exception>
    public ObjectValue Read(Struct? message, Dictionary<string, SortedSet<string>>? dependencies = null)
    {
        if (message is null || message.Fields.Count == 0)
            return ObjectValue.Empty;
        var properties = None.ToBuilder();
        foreach (var (key, field) in message.Fields)
        {
            var urns = new Collected();
            properties[names.Share(key)] = Read(field, PropertyPath.Key("", key), urns);
            if (urns.Urns is { } found && dependencies is not null)
                dependencies[names.Share(key)] = found;
        }
        return new ObjectValue(properties.ToImmutable());
    }

    /// <summary>Reads one value.</summary>
    /// <exception cref="WireFormatException">A special value is incomplete, contradictory or of an unknown kind.</exception>
    public PropertyValue Read(Value message) => Read(message, "", new Collected());

    private PropertyValue Read(Value message, string path, Collected urns) =>
        message.KindCase switch
        {
            Value.KindOneofCase.None or Value.KindOneofCase.NullValue => NullValue.Instance,
            Value.KindOneofCase.BoolValue => BoolValue.Of(message.BoolValue),
            Value.KindOneofCase.NumberValue => new NumberValue(message.NumberValue),
            Value.KindOneofCase.StringValue => Signatures.IsUnknown(message.StringValue)
                ? UnknownValue.Instance
                : new StringValue(message.StringValue),
            Value.KindOneofCase.ListValue => ReadList(message.ListValue, path, urns),
            _ => ReadStruct(message.StructValue, path, urns),
        };

    private ArrayValue ReadList(ListValue list, string path, Collected urns)
    {
        var items = ImmutableArray.CreateBuilder<PropertyValue>(list.Values.Count);
        for (var i = 0; i < list.Values.Count; i++)
            items.Add(Read(list.Values[i], PropertyPath.Index(path, i), urns));
        return new ArrayValue(items.MoveToImmutable());
    }

    private PropertyValue ReadStruct(Struct message, string path, Collected urns)
    {
        if (!message.Fields.TryGetValue(Signatures.Key, out var signature))
        {
            var properties = None.ToBuilder();
            foreach (var (key, field) in message.Fields)
                properties[names.Share(key)] = Read(field, PropertyPath.Key(path, key), urns);
            return properties.Count == 0 ? ObjectValue.Empty : new ObjectValue(properties.ToImmutable());
        }
        var special = new SpecialObject(message, path);
        switch (signature.StringValue)
        {
            case Signatures.Secret:
                return Secret(Read(special.Required("value"), path, urns));
            case Signatures.Output:
                return ReadOutput(special, path, urns);
            case Signatures.Asset:
                var (source, value) = special.Source();
                return new AssetValue(source, value);
            case Signatures.Archive:
                return ReadArchive(special, path, urns);
            case Signatures.Resource:
                return ReadReference(special);
            case Signatures.ByteString:
                return new ByteStringValue(special.Base64());
            default:
                throw new WireFormatException(path, $"got a special value of unknown kind '{signature.StringValue}'");
        }
    }

    private PropertyValue ReadOutput(SpecialObject special, string path, Collected urns)
    {
        foreach (var urn in special.Texts("dependencies"))
            urns.Add(names.Share(urn));
        var value = special.Optional("value") is { } known ? Read(known, path, urns) : UnknownValue.Instance;
        return special.Flag("secret") ? Secret(value) : value;
    }

    private ArchiveValue ReadArchive(SpecialObject special, string path, Collected urns)
    {
        if (special.Optional("assets") is not { } assets)
        {
            var (source, value) = special.Source();
            return new ArchiveValue(source, value, null);
        }
        var members = assets.KindCase == Value.KindOneofCase.StructValue ? ReadStruct(assets.StructValue, path, urns) : null;
        return members is ObjectValue map && map.Properties.All(member => member.Value is AssetValue or ArchiveValue)
            ? new ArchiveValue(AssetSource.Text, "", map)
            : throw new WireFormatException(path, "got an archive whose members are not all assets and archives");
    }

    private ResourceReferenceValue ReadReference(SpecialObject special)
    {
        var id = special.Optional("id") switch
        {
            null => null,
            { StringValue: "" } => UnknownValue.Instance,
            var text => Read(text),
        };
        return new(names.Share(special.Text("urn")), id, special.OptionalText("packageVersion") ?? "");
    }

    private SecretValue Secret(PropertyValue inner)
    {
        secrets.Add(inner);
        return SecretValue.Of(inner);
    }

    /// <summary>The URNs found below one top-level property; most have none, so the set is made late.</summary>
    private sealed class Collected
    {
        public SortedSet<string>? Urns { get; private set; }

        public void Add(string urn) => (Urns ??= new(StringComparer.Ordinal)).Add(urn);
    }
}
