using System.Collections.Immutable;
using Engine.Model;
using Engine.Text;
using Engine.Values;

namespace Engine.Documents;

/// <summary>Writes a resource as checkpoints and previews hold it: the fields in Pulumi's order, those that say nothing left out.</summary>
internal sealed class StateWriter(PulumiJsonWriter writer, SecretForm form)
{
    private static readonly string[] TimeoutOrder = ["create", "update", "delete", "read"];

    public void Write(ResourceState state)
    {
        writer.StartObject();
        Text("urn", state.Urn);
        writer.Name("custom");
        writer.Bool(state.Custom);
        Flag("delete", state.Delete);
        Text("id", state.Id);
        Text("type", state.Type);
        Map("inputs", state.Inputs);
        Map("outputs", state.Outputs);
        Text("parent", state.Parent);
        Flag("protect", state.Protect);
        Flag("taint", state.Taint);
        Flag("external", state.External);
        Texts("dependencies", state.Dependencies);
        Texts("initErrors", state.InitErrors);
        Text("provider", state.Provider);
        PropertyDependencies(state.PropertyDependencies);
        Flag("pendingReplacement", state.PendingReplacement);
        Texts("additionalSecretOutputs", state.AdditionalSecretOutputs);
        Texts("aliases", state.Aliases);
        Timeouts(state.CustomTimeouts);
        Text("importID", state.ImportId);
        Flag("retainOnDelete", state.RetainOnDelete);
        Text("deletedWith", state.DeletedWith);
        Texts("replaceWith", state.ReplaceWith);
        Text("created", state.Created);
        Text("modified", state.Modified);
        Text("sourcePosition", state.SourcePosition);
        Texts("ignoreChanges", state.IgnoreChanges);
        Texts("replaceOnChanges", state.ReplaceOnChanges);
        if (state.ReplacementTrigger is { } trigger and not NullValue)
        {
            writer.Name("replacementTrigger");
            ValueWriter.Write(writer, trigger, form);
        }
        writer.EndObject();
    }

    private void Text(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        writer.Name(name);
        writer.String(value);
    }

    private void Flag(string name, bool value)
    {
        if (!value)
            return;
        writer.Name(name);
        writer.Bool(true);
    }

    private void Texts(string name, ImmutableArray<string> values)
    {
        if (values.IsDefaultOrEmpty)
            return;
        writer.Name(name);
        List(values);
    }

    private void List(ImmutableArray<string> values)
    {
        writer.StartArray();
        foreach (var value in values)
            writer.String(value);
        writer.EndArray();
    }

    private void Map(string name, ObjectValue value)
    {
        if (value.Properties.IsEmpty)
            return;
        writer.Name(name);
        ValueWriter.Object(writer, value, form);
    }

    private void PropertyDependencies(ImmutableSortedDictionary<string, ImmutableArray<string>> dependencies)
    {
        if (dependencies.IsEmpty)
            return;
        writer.Name("propertyDependencies");
        writer.StartObject();
        foreach (var (property, urns) in dependencies)
        {
            writer.Name(property);
            List(urns.IsDefault ? [] : urns);
        }
        writer.EndObject();
    }

    private void Timeouts(ImmutableSortedDictionary<string, double> timeouts)
    {
        if (timeouts.IsEmpty)
            return;
        writer.Name("customTimeouts");
        writer.StartObject();
        foreach (var operation in TimeoutOrder)
            if (timeouts.TryGetValue(operation, out var seconds))
            {
                writer.Name(operation);
                writer.Number(seconds);
            }
        writer.EndObject();
    }
}
