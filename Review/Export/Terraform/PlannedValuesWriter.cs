using System.Text.Json;

namespace Review.Export.Terraform;

/// <summary>Writes what there will be, module by module.</summary>
internal sealed class PlannedValuesWriter(Utf8JsonWriter json)
{
    /// <summary>Writes a module and those in it. One in which everything is deleted is left out, as Terraform does.</summary>
    public void Write(Module module)
    {
        json.WriteStartObject();
        if (module.Resources.Exists(IsThere))
        {
            json.WriteStartArray("resources");
            foreach (var resource in module.Resources)
                if (IsThere(resource))
                    Write(resource);
            json.WriteEndArray();
        }
        if (module.Address.Length > 0)
            json.WriteString("address", module.Address);
        if (module.Children.Exists(HoldsAnything))
        {
            json.WriteStartArray("child_modules");
            foreach (var child in module.Children)
                if (HoldsAnything(child))
                    Write(child);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private void Write(ExportedResource resource)
    {
        var after = resource.After!;
        json.WriteStartObject();
        json.WriteString("address", resource.Address);
        Identity.Write(json, resource);
        json.WriteString("provider_name", TerraformTypes.Provider(resource.Package));
        json.WriteNumber("schema_version", 0);
        json.WritePropertyName("values");
        PlanJson.Write(json, after);
        json.WritePropertyName("sensitive_values");
        PlanJson.WriteMarks(json, after, PlanJson.IsSensitive);
        json.WriteEndObject();
    }

    private static bool IsThere(ExportedResource resource) => resource.After is not null;

    private static bool HoldsAnything(Module module) => module.Resources.Exists(IsThere) || module.Children.Exists(HoldsAnything);
}
