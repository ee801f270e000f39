using System.Text;
using System.Text.Json;

namespace Engine.Schemas;

/// <summary>
/// Where each resource, function and type of a package's schema starts in its JSON text. A schema is a megabyte, a program uses a few dozen types of
/// it: one pass over the bytes notes the places, and only what is asked for is ever parsed.
/// </summary>
internal sealed class PackageIndex
{
    private readonly byte[] _json;
    private readonly Dictionary<string, Range> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Range> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Range> _types = new(StringComparer.Ordinal);
    private Range? _provider;

    /// <exception cref="JsonException">The text is not JSON.</exception>
    public PackageIndex(byte[] json)
    {
        _json = json;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "version")
                Version = reader.GetString() ?? "";
            else if (name == "provider")
                _provider = Span(ref reader);
            else if (Section(name) is { } section)
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var token = reader.GetString()!;
                    reader.Read();
                    section[token] = Span(ref reader);
                }
            else
                reader.Skip();
        }
    }

    public string Version { get; } = "";

    public IReadOnlyCollection<string> Resources => _resources.Keys;

    public IReadOnlyCollection<string> Functions => _functions.Keys;

    public JsonElement? Resource(string token) => Parse(_resources, token);

    public JsonElement? Function(string token) => Parse(_functions, token);

    public JsonElement? Type(string token) => Parse(_types, token);

    public JsonElement? Provider() => _provider is { } range ? Parse(range) : null;

    private Dictionary<string, Range>? Section(string? name) =>
        name switch
        {
            "resources" => _resources,
            "functions" => _functions,
            "types" => _types,
            _ => null,
        };

    private static Range Span(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }

    private JsonElement? Parse(Dictionary<string, Range> section, string token) =>
        section.TryGetValue(token, out var range) ? Parse(range) : null;

    private JsonElement Parse(Range range)
    {
        var reader = new Utf8JsonReader(_json.AsSpan(range));
        return JsonElement.ParseValue(ref reader);
    }
}
