using System.Buffers;
using System.Text;
using System.Text.Json;
using Engine.Values;

namespace Review.Export.Terraform;

/// <summary>Documents that Pulumi takes as objects, as the texts that Terraform has.</summary>
internal static class Documents
{
    /// <summary>The JSON text; unknown or secret where a part of the document is.</summary>
    public static PropertyValue TextOf(PropertyValue document)
    {
        if (document.ContainsUnknowns())
            return UnknownValue.Instance;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = PlanJson.Encoder }))
            PlanJson.Write(json, document);
        var text = new StringValue(Encoding.UTF8.GetString(buffer.WrittenSpan));
        return document.ContainsSecrets() ? new SecretValue(text) : text;
    }
}
