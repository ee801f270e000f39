using System.Text.Json;
using Engine.Planning;

namespace Review.Export.Terraform;

/// <summary>Writes the document, member by member in Terraform's order. Times and serial numbers are left out: the same plan is the same text.</summary>
internal sealed class PlanWriter(Utf8JsonWriter json)
{
    /// <summary>The form of the document: that of Terraform 1.3 and later.</summary>
    public const string FormatVersion = "1.2";

    /// <summary>The version of Terraform whose documents were compared with.</summary>
    public const string TerraformVersion = "1.11.4";

    /// <summary>Writes a plan.</summary>
    public void Write(Plan plan, Module root, List<ExportedResource> resources, ProviderConfigs providers, ReferenceTexts texts)
    {
        json.WriteStartObject();
        json.WriteString("format_version", FormatVersion);
        json.WriteString("terraform_version", TerraformVersion);
        json.WriteStartObject("variables");
        WriteVariable("project", plan.Project);
        WriteVariable("stack", plan.Stack);
        json.WriteEndObject();
        json.WriteStartObject("planned_values");
        json.WritePropertyName("root_module");
        new PlannedValuesWriter(json).Write(root);
        json.WriteEndObject();
        json.WriteStartArray("resource_changes");
        foreach (var resource in resources)
            new ChangeWriter(json).Write(resource);
        json.WriteEndArray();
        new ConfigurationWriter(json, texts).Write(root, providers);
        json.WriteBoolean("errored", false);
        json.WriteEndObject();
    }

    private void WriteVariable(string name, string value)
    {
        json.WriteStartObject(name);
        json.WriteString("value", value);
        json.WriteEndObject();
    }
}
