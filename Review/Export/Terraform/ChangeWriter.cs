using System.Text.Json;
using Engine.Planning;
using Engine.Values;

namespace Review.Export.Terraform;

/// <summary>Writes what happens to one resource.</summary>
internal sealed class ChangeWriter(Utf8JsonWriter json)
{
    /// <summary>Writes a member of <c>resource_changes</c>.</summary>
    public void Write(ExportedResource resource)
    {
        var step = resource.Step;
        json.WriteStartObject();
        json.WriteString("address", resource.Address);
        if (resource.Module.Address.Length > 0)
            json.WriteString("module_address", resource.Module.Address);
        Identity.Write(json, resource);
        json.WriteString("provider_name", TerraformTypes.Provider(resource.Package));
        json.WriteStartObject("change");
        json.WriteStartArray("actions");
        foreach (var action in Actions(step))
            json.WriteStringValue(action);
        json.WriteEndArray();
        WriteValues("before", resource.Before);
        WriteValues("after", resource.After);
        json.WritePropertyName("after_unknown");
        PlanJson.WriteMarks(json, resource.After ?? ObjectValue.Empty, PlanJson.IsUnknown);
        WriteSensitive("before_sensitive", resource.Before);
        WriteSensitive("after_sensitive", resource.After);
        WriteReplacePaths(resource);
        if (step is { Op: StepOp.Import, New.ImportId: { } id })
        {
            json.WriteStartObject("importing");
            json.WriteString("id", id);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Pulumi makes the new one first unless it is told otherwise.
    private static string[] Actions(PlanStep step) =>
        step.Op switch
        {
            StepOp.Same => ["no-op"],
            StepOp.Update => ["update"],
            StepOp.Delete => ["delete"],
            StepOp.Replace => step.New?.DeleteBeforeReplace == true ? ["delete", "create"] : ["create", "delete"],
            StepOp.Read => ["read"],
            StepOp.Import => ["no-op"],
            _ => ["create"],
        };

    private void WriteValues(string name, ObjectValue? values)
    {
        json.WritePropertyName(name);
        PlanJson.Write(json, values as PropertyValue ?? NullValue.Instance);
    }

    private void WriteSensitive(string name, ObjectValue? values)
    {
        json.WritePropertyName(name);
        PlanJson.WriteMarks(json, values as PropertyValue ?? NullValue.Instance, PlanJson.IsSensitive);
    }

    // Pulumi's pseudo keys, such as provider, are no attributes.
    private void WriteReplacePaths(ExportedResource resource)
    {
        if (resource is not { Step: { Op: StepOp.Replace } step, Before: { } before, After: { } after })
            return;
        json.WriteStartArray("replace_paths");
        foreach (var property in step.ReplaceReasons)
            if (
                TerraformTypes.Known.AttributeOf(step.State.Type, property).Name is var name
                && (before[name] ?? after[name]) is not null
            )
            {
                json.WriteStartArray();
                json.WriteStringValue(name);
                json.WriteEndArray();
            }
        json.WriteEndArray();
    }
}
