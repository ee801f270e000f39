using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Engine.Values;

namespace Infra.Cli.Output;

/// <summary>Small documents.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a document, readable, with a line end behind it.</summary>
    public static void Write(TextWriter writer, Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
            content(json);
        writer.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        writer.Write('\n');
    }

    /// <summary>Writes a property value: JSON for what JSON has, else the text that people see. A secret is <c>[secret]</c>.</summary>
    public static void Value(Utf8JsonWriter writer, PropertyValue? value)
    {
        switch (value)
        {
            case null or NullValue:
                writer.WriteNullValue();
                break;
            case StringValue { Value: var text }:
                writer.WriteStringValue(text);
                break;
            case NumberValue { Value: var number } when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case BoolValue { Value: var truth }:
                writer.WriteBooleanValue(truth);
                break;
            case ArrayValue { Items: var items }:
                writer.WriteStartArray();
                foreach (var item in items)
                    Value(writer, item);
                writer.WriteEndArray();
                break;
            case ObjectValue { Properties: var members }:
                writer.WriteStartObject();
                foreach (var (key, member) in members)
                {
                    writer.WritePropertyName(key);
                    Value(writer, member);
                }
                writer.WriteEndObject();
                break;
            default:
                writer.WriteStringValue(ValueText.Of(value));
                break;
        }
    }
}
