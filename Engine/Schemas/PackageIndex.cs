using System.Text.Json;

namespace Engine.Schemas;

/// <summary>
/// Where each resource, function and type of a package's schema starts in its JSON text. A schema is a megabyte, a program uses a few dozen types of
/// it: one pass over the bytes notes the places, and only what is asked for is ever parsed.
/// </summary>
internal sealed class PackageIndex
{
    private readonly byte[] _json;
    private readonly Dictionary<string, Place> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _types = new(StringComparer.Ordinal);
    private Place? _provider;

    /// <exception cref="InvalidDataException">The text is not JSON.</exception>
    public PackageIndex(byte[] json)
    {
        _json = json;
        var scanner = new JsonScanner(json);
        scanner.Enter();
        while (scanner.Member(out var name))
            if (name == "version")
                Version = Parse(scanner.Value()).GetString() ?? "";
            else if (name == "provider")
                _provider = new(scanner.Value());
            else if (Section(name) is { } section)
            {
                scanner.Enter();
                while (scanner.Member(out var token))
                    section[token] = new(scanner.Value());
            }
            else
                scanner.Value();
    }

    public string Version { get; } = "";

    public IReadOnlyCollection<string> Resources => _resources.Keys;

    public IReadOnlyCollection<string> Functions => _functions.Keys;

    public JsonElement? Resource(string token) => Parse(_resources, token);

    public JsonElement? Function(string token) => Parse(_functions, token);

    public JsonElement? Type(string token) => Parse(_types, token);

    public JsonElement? Provider() => _provider is { } place ? Parse(place.Range) : null;

    private Dictionary<string, Place>? Section(string? name) =>
        name switch
        {
            "resources" => _resources,
            "functions" => _functions,
            "types" => _types,
            _ => null,
        };

    private JsonElement? Parse(Dictionary<string, Place> section, string token) =>
        section.TryGetValue(token, out var place) ? Parse(place.Range) : null;

    private JsonElement Parse(Range range)
    {
        var reader = new Utf8JsonReader(_json.AsSpan(range));
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>A class, because dictionaries of references are compiled ahead of time and those of a struct would be at every start.</summary>
    private sealed record Place(Range Range);
}
