using System.Text.Json;

namespace Pulumi;

/// <summary>JSON for a resource. A text that is not JSON is refused: at once, or when the output of it is there.</summary>
public sealed class InputJson : Input<JsonElement>
{
    private static readonly JsonElement Null = Parse("null");

    /// <summary>The JSON <c>null</c>.</summary>
    public InputJson()
        : base(Null) { }

    private InputJson(JsonElement element)
        : base(element) { }

    private InputJson(Output<JsonElement> output)
        : base(output) { }

    /// <summary>JSON from a text.</summary>
    /// <param name="json">The text.</param>
    public static implicit operator InputJson(string json) => new(Parse(json));

    /// <summary>JSON from a document.</summary>
    /// <param name="document">The document; it may not be disposed before the deployment ends.</param>
    public static implicit operator InputJson(JsonDocument document) => new(document.RootElement);

    /// <summary>JSON from an element.</summary>
    /// <param name="element">The element.</param>
    public static implicit operator InputJson(JsonElement element) => new(element);

    /// <inheritdoc cref="op_Implicit(string)"/>
    public static implicit operator InputJson(Output<string> json) => new(json.Apply(Parse));

    /// <inheritdoc cref="op_Implicit(JsonDocument)"/>
    public static implicit operator InputJson(Output<JsonDocument> document) => new(document.Apply(d => d.RootElement));

    /// <inheritdoc cref="op_Implicit(JsonElement)"/>
    public static implicit operator InputJson(Output<JsonElement> element) => new(element);

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
