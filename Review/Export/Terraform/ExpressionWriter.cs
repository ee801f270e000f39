using System.Collections.Immutable;
using System.Text.Json;
using Engine.Values;
using Review.Model;

namespace Review.Export.Terraform;

/// <summary>
/// The expressions of a configuration: what a value is, or what it refers to. A resource of a program has values and no expressions, so a value with a
/// stand-in in it counts as one that refers, and any other as a constant. Of a secret nothing is said, as Terraform does of what a function makes.
/// </summary>
internal sealed class ExpressionWriter(Utf8JsonWriter json, ReferenceTexts texts)
{
    /// <summary>The expressions of a resource.</summary>
    public void Write(ExportedResource resource)
    {
        json.WriteStartObject();
        foreach (var (name, value) in resource.Configured.Properties)
        {
            json.WritePropertyName(name);
            Write(value, resource, resource.DependsOn.GetValueOrDefault(name, []));
        }
        json.WriteEndObject();
    }

    private void Write(PropertyValue value, ExportedResource resource, ImmutableArray<string> dependsOn)
    {
        if (value is ArrayValue { Items: { IsEmpty: false } blocks } && blocks.All(block => block is ObjectValue))
        {
            json.WriteStartArray();
            foreach (var block in blocks)
                WriteBlock((ObjectValue)block, resource, dependsOn);
            json.WriteEndArray();
            return;
        }
        var references = new List<string>();
        Collect(value, resource.Module, references);
        if (value.ContainsUnknowns())
            references.AddRange(dependsOn.SelectMany(urn => texts.To(urn, resource.Module)));
        // Inside maps, such as tags, a constant says more than where it came from.
        foreach (var item in value is ArrayValue { Items: var items } ? items : [value])
            if (item is StringValue { Value: var text } && !Reference.IsIn(text))
                references.AddRange(texts.Same(text, dependsOn, resource.Module));
        json.WriteStartObject();
        if (references.Count > 0)
        {
            json.WriteStartArray("references");
            foreach (var reference in references.Distinct())
                json.WriteStringValue(reference);
            json.WriteEndArray();
        }
        else if (!value.ContainsUnknowns() && !value.ContainsSecrets() && !HasStandIn(value))
        {
            json.WritePropertyName("constant_value");
            PlanJson.Write(json, value);
        }
        json.WriteEndObject();
    }

    private void WriteBlock(ObjectValue block, ExportedResource resource, ImmutableArray<string> dependsOn)
    {
        json.WriteStartObject();
        foreach (var (name, value) in block.Properties)
        {
            json.WritePropertyName(name);
            Write(value, resource, dependsOn);
        }
        json.WriteEndObject();
    }

    private void Collect(PropertyValue value, Module module, List<string> references)
    {
        switch (value)
        {
            case SecretValue { Inner: var inner }:
                Collect(inner, module, references);
                break;
            case StringValue { Value: var text } when Reference.IsIn(text):
                references.AddRange(texts.In(text, module));
                break;
            case ArrayValue { Items: var items }:
                foreach (var item in items)
                    Collect(item, module, references);
                break;
            case ObjectValue { Properties: var members }:
                foreach (var (_, member) in members)
                    Collect(member, module, references);
                break;
        }
    }

    // One that leads to nothing in the plan says nothing to anybody else.
    private static bool HasStandIn(PropertyValue value) =>
        value switch
        {
            StringValue { Value: var text } => Reference.IsIn(text),
            ArrayValue { Items: var items } => items.Any(HasStandIn),
            ObjectValue { Properties: var members } => members.Values.Any(HasStandIn),
            _ => false,
        };
}
