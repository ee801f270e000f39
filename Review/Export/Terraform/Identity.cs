using System.Text.Json;

namespace Review.Export.Terraform;

/// <summary>What every mention of a resource says of it.</summary>
internal static class Identity
{
    /// <summary>Writes mode, type and name into the object that is open.</summary>
    public static void Write(Utf8JsonWriter json, ExportedResource resource)
    {
        json.WriteString("mode", resource.IsData ? "data" : "managed");
        json.WriteString("type", resource.Type);
        json.WriteString("name", resource.Name);
    }
}
