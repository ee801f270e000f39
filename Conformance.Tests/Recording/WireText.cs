using System.Globalization;
using System.Text;
using System.Text.Json;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;

namespace Conformance.Tests.Recording;

/// <summary>Writes wire values the way a person reads them: keys sorted, special objects by name, unknowns as <c>unknown</c>.</summary>
internal static class WireText
{
    public static string Of(Value value) =>
        value.KindCase switch
        {
            Value.KindOneofCase.StringValue when value.StringValue == Signatures.Unknown => "unknown",
            Value.KindOneofCase.StringValue => Quote(value.StringValue),
            Value.KindOneofCase.NumberValue => value.NumberValue.ToString("R", CultureInfo.InvariantCulture),
            Value.KindOneofCase.BoolValue => value.BoolValue ? "true" : "false",
            Value.KindOneofCase.ListValue => $"[{string.Join(", ", value.ListValue.Values.Select(Of))}]",
            Value.KindOneofCase.StructValue => Of(value.StructValue),
            _ => "null",
        };

    public static string Quote(string text) => JsonSerializer.Serialize(text, Readable);

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Of(Struct map)
    {
        if (!map.Fields.TryGetValue(Signatures.Key, out var signature))
            return $"{{{Members(map)}}}";

        return signature.StringValue switch
        {
            Signatures.Secret => $"secret({Of(map.Fields["value"])})",
            Signatures.Asset => $"asset({Members(map)})",
            Signatures.Archive => $"archive({Members(map)})",
            Signatures.Resource => $"resource({Members(map)})",
            Signatures.Output => $"output({Members(map)})",
            var other => $"special {other}({Members(map)})",
        };
    }

    private static string Members(Struct map)
    {
        var text = new StringBuilder();
        foreach (
            var (key, value) in map
                .Fields.Where(field => field.Key != Signatures.Key)
                .OrderBy(field => field.Key, StringComparer.Ordinal)
        )
            text.Append(text.Length == 0 ? "" : ", ").Append(Quote(key)).Append(": ").Append(Of(value));
        return text.ToString();
    }
}
