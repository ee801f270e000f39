using System.Text.Encodings.Web;
using System.Text.Json;
using Engine.Text;
using Engine.Values;

namespace Review.Export.Terraform;

/// <summary>Values as a plan in JSON has them.</summary>
internal static class PlanJson
{
    /// <summary>Escapes only what JSON must, so that policies inside texts stay readable.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>What is known of a value: an unknown is left out of an object, and null in a list, whose positions count.</summary>
    public static void Write(Utf8JsonWriter json, PropertyValue value)
    {
        switch (value)
        {
            case SecretValue { Inner: var inner }:
                Write(json, inner);
                break;
            case StringValue { Value: var text }:
                json.WriteStringValue(text);
                break;
            case NumberValue { Value: var number } when double.IsFinite(number):
                json.WriteRawValue(PulumiNumbers.Text(number));
                break;
            case BoolValue { Value: var truth }:
                json.WriteBooleanValue(truth);
                break;
            case ArrayValue { Items: var items }:
                json.WriteStartArray();
                foreach (var item in items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            case ObjectValue { Properties: var members }:
                json.WriteStartObject();
                foreach (var (name, member) in members)
                    if (!IsUnknown(member))
                    {
                        json.WritePropertyName(name);
                        Write(json, member);
                    }
                json.WriteEndObject();
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    /// <summary>
    /// Where in a value something is so, in the shape of the value: <c>true</c> there, in lists <c>false</c> elsewhere, and objects without what is not.
    /// </summary>
    public static void WriteMarks(Utf8JsonWriter json, PropertyValue value, Func<PropertyValue, bool> isSo)
    {
        switch (value)
        {
            case var _ when isSo(value):
                json.WriteBooleanValue(true);
                break;
            case ArrayValue { Items: var items }:
                json.WriteStartArray();
                foreach (var item in items)
                    WriteMarks(json, item, isSo);
                json.WriteEndArray();
                break;
            case ObjectValue { Properties: var members }:
                json.WriteStartObject();
                foreach (var (name, member) in members)
                    if (member is ArrayValue or ObjectValue || isSo(member))
                    {
                        json.WritePropertyName(name);
                        WriteMarks(json, member, isSo);
                    }
                json.WriteEndObject();
                break;
            default:
                json.WriteBooleanValue(false);
                break;
        }
    }

    /// <summary>Whether nothing is known of it, secret or not.</summary>
    public static bool IsUnknown(PropertyValue value) => value is UnknownValue or SecretValue { Inner: UnknownValue };

    /// <summary>Whether it must not be shown.</summary>
    public static bool IsSensitive(PropertyValue value) => value is SecretValue;
}
