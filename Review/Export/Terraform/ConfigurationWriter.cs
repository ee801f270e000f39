using System.Text.Json;

namespace Review.Export.Terraform;

/// <summary>Writes what the program says: providers, modules, and of each resource what its attributes are or refer to.</summary>
internal sealed class ConfigurationWriter(Utf8JsonWriter json, ReferenceTexts texts)
{
    private readonly ExpressionWriter _expressions = new(json, texts);

    /// <summary>Writes the member <c>configuration</c>.</summary>
    public void Write(Module root, ProviderConfigs providers)
    {
        json.WriteStartObject("configuration");
        json.WriteStartObject("provider_config");
        var resolution = new Resolution(texts);
        foreach (var provider in providers.Used)
            provider.Write(json, resolution);
        json.WriteEndObject();
        json.WriteStartObject("root_module");
        WriteContent(root);
        json.WriteStartObject("variables");
        foreach (var name in (string[])["project", "stack"])
        {
            json.WriteStartObject(name);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteContent(Module module)
    {
        if (module.Resources.Exists(resource => resource.After is not null))
        {
            json.WriteStartArray("resources");
            foreach (var resource in module.Resources)
                if (resource.After is not null)
                    Write(resource);
            json.WriteEndArray();
        }
        if (module.Children.TrueForAll(child => child.IsGone))
            return;
        json.WriteStartObject("module_calls");
        foreach (var child in module.Children.Where(child => !child.IsGone))
        {
            json.WriteStartObject(child.Name);
            json.WriteString("source", child.Source);
            json.WriteStartObject("module");
            WriteContent(child);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private void Write(ExportedResource resource)
    {
        json.WriteStartObject();
        json.WriteString("address", resource.LocalAddress);
        Identity.Write(json, resource);
        json.WriteString("provider_config_key", resource.ProviderKey);
        json.WritePropertyName("expressions");
        _expressions.Write(resource);
        json.WriteNumber("schema_version", 0);
        json.WriteEndObject();
    }
}
