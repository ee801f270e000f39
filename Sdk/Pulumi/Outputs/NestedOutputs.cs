using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Pulumi;

/// <summary>What one JSON text has met on its way: the outputs inside the value, and those that have to be waited for.</summary>
internal sealed class NestedOutputs
{
    private static readonly JsonSerializerOptions Default = WithConverter(new JsonSerializerOptions());

    // System.Text.Json builds its plan of a type per options object, so the copy with our converter is kept as long as the original.
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> Copies = [];

    [ThreadStatic]
    private static NestedOutputs? _current;

    private readonly ResourceSet _resources;
    private readonly bool _isSecret;

    public NestedOutputs(ResourceSet resources, bool isSecret)
    {
        (_resources, _isSecret) = (resources, isSecret);
        Join.Add(resources, isKnown: true, isSecret);
    }

    /// <summary>The text being written or read on this thread.</summary>
    public static NestedOutputs Current =>
        _current ?? throw new JsonException("Outputs are written as JSON by Output.JsonSerialize only.");

    public Join Join { get; } = new();

    public List<Task> Pending { get; } = [];

    public string Write<T>(T value, JsonSerializerOptions? options) =>
        Within(() => JsonSerializer.Serialize(value, Prepared(options)));

    public T? Read<T>(string json, JsonSerializerOptions? options) =>
        Within(() => JsonSerializer.Deserialize<T>(json, Prepared(options)));

    public Output<T> Wrap<T>(T value) => new(new OutputData<T>(_resources, value, isKnown: true, _isSecret));

    private TResult Within<TResult>(Func<TResult> work)
    {
        var outer = _current;
        _current = this;
        try
        {
            return work();
        }
        finally
        {
            _current = outer;
        }
    }

    private static JsonSerializerOptions Prepared(JsonSerializerOptions? options) =>
        options is null ? Default
        : options.IsReadOnly ? Copies.GetValue(options, static original => WithConverter(new JsonSerializerOptions(original)))
        : WithConverter(new JsonSerializerOptions(options));

    private static JsonSerializerOptions WithConverter(JsonSerializerOptions options)
    {
        options.Converters.Add(new OutputJsonConverterFactory());
        return options;
    }
}
