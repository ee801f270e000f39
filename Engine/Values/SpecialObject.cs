using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Values;

/// <summary>The fields of a special value, read with errors that say what was got.</summary>
internal readonly struct SpecialObject(Struct message, string path)
{
    private static readonly (string Key, AssetSource Source)[] Sources =
    [
        ("text", AssetSource.Text),
        ("path", AssetSource.Path),
        ("uri", AssetSource.Uri),
    ];

    public Value? Optional(string key) => message.Fields.TryGetValue(key, out var value) ? value : null;

    public Value Required(string key) => Optional(key) ?? throw Problem($"got a special value without '{key}'");

    public string? OptionalText(string key) =>
        Optional(key) switch
        {
            null or { KindCase: Value.KindOneofCase.NullValue } => null,
            { KindCase: Value.KindOneofCase.StringValue } value => value.StringValue,
            var other => throw Problem($"got '{key}' of kind {other.KindCase}, want a text"),
        };

    public string Text(string key) => OptionalText(key) ?? throw Problem($"got a special value without '{key}'");

    public bool Flag(string key) => Optional(key) is { KindCase: Value.KindOneofCase.BoolValue, BoolValue: true };

    public IEnumerable<string> Texts(string key)
    {
        if (Optional(key) is not { } list)
            return [];
        return list.KindCase == Value.KindOneofCase.ListValue
            ? list.ListValue.Values.Select(value => value.StringValue)
            : throw Problem($"got '{key}' of kind {list.KindCase}, want a list of texts");
    }

    public (AssetSource Source, string Value) Source()
    {
        (AssetSource, string)? found = null;
        foreach (var (key, source) in Sources)
        {
            if (OptionalText(key) is not { } text)
                continue;
            if (found is not null)
                throw Problem("got more than one of text, path and uri, want exactly one");
            found = (source, text);
        }
        // An empty text is left out by some SDKs: only its hash is then sent.
        return found
            ?? (
                Optional("hash") is null
                    ? throw Problem("got none of text, path and uri, want exactly one")
                    : (AssetSource.Text, "")
            );
    }

    public ImmutableArray<byte> Base64()
    {
        try
        {
            return [.. Convert.FromBase64String(Text("value"))];
        }
        catch (FormatException)
        {
            throw Problem("got a byte string that is not base64");
        }
    }

    private WireFormatException Problem(string problem) => new(path, problem);
}
