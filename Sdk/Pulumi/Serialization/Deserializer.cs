using System.Collections.Immutable;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>
/// Turns wire values into objects: text, number, truth value, immutable list and map of such, asset, archive, resource or output. Secrets
/// inside are unwrapped; the whole is then secret. What is not known becomes nothing; the whole is then not known.
/// </summary>
internal static class Deserializer
{
    public static UntypedData Read(Value value)
    {
        var isSecret = false;
        string? signature;
        while ((signature = Signature(value)) == WireNames.Secret)
        {
            isSecret = true;
            value = Field(value, WireNames.Value, "secret");
        }

        var data = signature switch
        {
            null => ReadPlain(value),
            WireNames.Asset => UntypedData.Known(ReadAsset(value)),
            WireNames.Archive => UntypedData.Known(ReadArchive(value)),
            WireNames.Resource => UntypedData.Known(ReadResource(value)),
            WireNames.OutputValue => UntypedData.Known(ReadOutput(value)),
            _ => ReadMap(value),
        };
        return isSecret ? data with { IsSecret = true } : data;
    }

    private static UntypedData ReadPlain(Value value) =>
        value.KindCase switch
        {
            Value.KindOneofCase.StringValue => value.StringValue == WireNames.Unknown
                ? new(ResourceSet.Empty, null, IsKnown: false, IsSecret: false)
                : UntypedData.Known(value.StringValue),
            Value.KindOneofCase.NumberValue => UntypedData.Known(value.NumberValue),
            Value.KindOneofCase.BoolValue => UntypedData.Known(value.BoolValue),
            Value.KindOneofCase.NullValue => UntypedData.Known(null),
            Value.KindOneofCase.ListValue => ReadList(value.ListValue),
            Value.KindOneofCase.StructValue => ReadMap(value),
            _ => throw new InvalidOperationException("The engine sent a value without content."),
        };

    private static UntypedData ReadList(ListValue list)
    {
        var (isKnown, isSecret) = (true, false);
        var items = ImmutableArray.CreateBuilder<object?>(list.Values.Count);
        foreach (var item in list.Values)
        {
            var data = Read(item);
            isKnown &= data.IsKnown;
            isSecret |= data.IsSecret;
            items.Add(data.Value);
        }
        return new(ResourceSet.Empty, items.MoveToImmutable(), isKnown, isSecret);
    }

    private static UntypedData ReadMap(Value map)
    {
        var (isKnown, isSecret) = (true, false);
        var entries = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (key, entry) in map.StructValue.Fields)
        {
            if (key.StartsWith("__", StringComparison.Ordinal))
                continue; // notes of the engine's own
            var data = Read(entry);
            isKnown &= data.IsKnown;
            isSecret |= data.IsSecret;
            entries[key] = data.Value;
        }
        return new(ResourceSet.Empty, entries.ToImmutable(), isKnown, isSecret);
    }

    private static Asset ReadAsset(Value value) =>
        Text(value, WireNames.Path) is { } path ? new FileAsset(path)
        : Text(value, WireNames.Uri) is { } uri ? new RemoteAsset(uri)
        : Text(value, WireNames.Text) is { } text ? new StringAsset(text)
        : throw Malformed("asset", "text, path or uri");

    private static Archive ReadArchive(Value value)
    {
        if (Text(value, WireNames.Path) is { } path)
            return new FileArchive(path);
        if (Text(value, WireNames.Uri) is { } uri)
            return new RemoteArchive(uri);
        var members =
            Field(value, WireNames.Assets, "archive").StructValue?.Fields ?? throw Malformed("archive", "a map of assets");
        return new AssetArchive(
            members.ToImmutableDictionary(
                member => member.Key,
                member => Read(member.Value).Value as AssetOrArchive ?? throw Malformed("archive", "a map of assets")
            )
        );
    }

    private static Resource ReadResource(Value value)
    {
        var urn = Text(value, WireNames.Urn) ?? throw Malformed("resource reference", WireNames.Urn);
        return ResourceClasses.Create(urn, Text(value, WireNames.PackageVersion) ?? "") ?? new DependencyResource(urn);
    }

    private static object ReadOutput(Value value)
    {
        var fields = value.StructValue.Fields;
        var isKnown = fields.TryGetValue(WireNames.Value, out var inner);
        var isSecret = fields.TryGetValue(WireNames.IsSecret, out var secret) && secret.BoolValue;
        var urns = fields.TryGetValue(WireNames.Dependencies, out var list) ? list.ListValue?.Values : null;
        var resources = ResourceSet.From([.. (urns ?? []).Select(urn => new DependencyResource(urn.StringValue))]);
        var content = isKnown ? Read(inner!).Value : null;
        return OutputKind.Of(content?.GetType() ?? typeof(object)).Create(new UntypedData(resources, content, isKnown, isSecret));
    }

    private static string? Signature(Value value) =>
        value.KindCase == Value.KindOneofCase.StructValue ? Text(value, WireNames.Signature) : null;

    private static string? Text(Value value, string field) =>
        value.StructValue.Fields.TryGetValue(field, out var text) && text.KindCase == Value.KindOneofCase.StringValue
            ? text.StringValue
            : null;

    private static Value Field(Value value, string field, string what) =>
        value.StructValue.Fields.TryGetValue(field, out var found) ? found : throw Malformed(what, field);

    private static InvalidOperationException Malformed(string what, string wanted) =>
        new($"The engine sent something marked as a {what}, but without {wanted}.");
}
