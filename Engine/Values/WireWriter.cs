using Google.Protobuf.WellKnownTypes;

namespace Engine.Values;

/// <summary>Writes property values as protocol messages, in the forms that the receiver says it accepts.</summary>
/// <param name="Secrets">Whether secrets keep their wrapper; without it the plain value is sent.</param>
/// <param name="Resources">Whether resource references are sent as such; without it as their id, or the URN of a component.</param>
/// <param name="Partial">Whether top-level properties that are not wholly known are sent; without it they are left out.</param>
public sealed record WireWriter(bool Secrets, bool Resources, bool Partial)
{
    /// <summary>For a receiver that accepts everything.</summary>
    public static readonly WireWriter Full = new(Secrets: true, Resources: true, Partial: true);

    /// <summary>The properties as a message.</summary>
    public Struct Write(ObjectValue properties)
    {
        var message = new Struct();
        foreach (var (key, value) in properties.Properties)
            if (Partial || !value.ContainsUnknowns())
                message.Fields[key] = Write(value);
        return message;
    }

    /// <summary>One value as a message.</summary>
    public Value Write(PropertyValue value) =>
        value switch
        {
            BoolValue { Value: var truth } => Value.ForBool(truth),
            NumberValue { Value: var number } => Value.ForNumber(number),
            StringValue { Value: var text } => Value.ForString(text),
            UnknownValue => Value.ForString(Signatures.Unknown),
            SecretValue { Inner: var inner } => Secrets ? Special(Signatures.Secret, ("value", Write(inner))) : Write(inner),
            ArrayValue { Items: var items } => Value.ForList([.. items.Select(Write)]),
            ObjectValue map => Value.ForStruct(WriteAll(map)),
            AssetValue asset => Special(Signatures.Asset, (Word(asset.Source), Value.ForString(asset.Value))),
            ArchiveValue { Members: { } members } => Special(Signatures.Archive, ("assets", Value.ForStruct(WriteAll(members)))),
            ArchiveValue archive => Special(Signatures.Archive, (Word(archive.Source), Value.ForString(archive.Value))),
            ResourceReferenceValue reference => Write(reference),
            ByteStringValue { Bytes: var bytes } => Special(
                Signatures.ByteString,
                ("value", Value.ForString(Convert.ToBase64String(bytes.AsSpan())))
            ),
            _ => Value.ForNull(),
        };

    private Value Write(ResourceReferenceValue reference)
    {
        if (!Resources)
            return reference.Id is { } plain ? Write(plain) : Value.ForString(reference.Urn);
        var message = Special(
            Signatures.Resource,
            ("urn", Value.ForString(reference.Urn)),
            ("packageVersion", Value.ForString(reference.PackageVersion))
        );
        if (reference.Id is { } id)
            message.StructValue.Fields["id"] = id is UnknownValue ? Value.ForString("") : Write(id);
        return message;
    }

    private Struct WriteAll(ObjectValue map)
    {
        var message = new Struct();
        foreach (var (key, value) in map.Properties)
            message.Fields[key] = Write(value);
        return message;
    }

    private static Value Special(string signature, params ReadOnlySpan<(string Key, Value Value)> fields)
    {
        var message = new Struct { Fields = { [Signatures.Key] = Value.ForString(signature) } };
        foreach (var (key, value) in fields)
            message.Fields[key] = value;
        return Value.ForStruct(message);
    }

    private static string Word(AssetSource source) =>
        source switch
        {
            AssetSource.Path => "path",
            AssetSource.Uri => "uri",
            _ => "text",
        };
}
