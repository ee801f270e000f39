using System.Collections.Immutable;
using System.Globalization;
using Conformance.Tests.Recording;
using Engine.Model;
using Engine.Planning;
using Engine.Values;

namespace Conformance.Tests.Comparison;

/// <summary>Turns a step of a plan into fields of text, in the same words as recorded calls.</summary>
internal static class PlanReader
{
    public static Fact Read(PlanStep step)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var state = step.State;
        Add(fields, "custom", state.Custom ? "true" : null);
        Add(fields, "external", state.External ? "true" : null);
        Add(fields, "protect", state.Protect ? "true" : null);
        Add(fields, "retainOnDelete", state.RetainOnDelete ? "true" : null);
        Add(fields, "internal", step.Internal ? "true" : null);
        Add(fields, "id", state.Id);
        Add(fields, "parent", state.Parent);
        Add(fields, "provider", state.Provider);
        Add(fields, "deletedWith", state.DeletedWith);
        Add(fields, "importId", state.ImportId);
        Add(fields, "deleteBeforeReplace", state.DeleteBeforeReplace?.ToString());
        AddLists(fields, state);
        AddValues(fields, "inputs", state.Inputs);
        AddValues(fields, "outputs", state.Outputs);
        return new Fact(step.Op.ToString(), step.Urn, fields.ToImmutable());
    }

    private static void AddLists(IDictionary<string, string> fields, ResourceState state)
    {
        AddSorted(fields, "dependencies", state.Dependencies);
        AddSorted(fields, "aliases", state.Aliases.Distinct());
        AddSorted(fields, "additionalSecretOutputs", state.AdditionalSecretOutputs);
        AddSorted(fields, "ignoreChanges", state.IgnoreChanges);
        AddSorted(fields, "replaceOnChanges", state.ReplaceOnChanges);
        foreach (var (property, urns) in state.PropertyDependencies)
            AddSorted(fields, $"propertyDependencies[{property}]", urns);
        foreach (var (operation, seconds) in state.CustomTimeouts)
            Add(fields, $"customTimeouts.{operation}", seconds.ToString(CultureInfo.InvariantCulture));
    }

    private static void AddValues(IDictionary<string, string> fields, string prefix, ObjectValue values)
    {
        foreach (var (key, value) in values.Properties)
            Add(fields, $"{prefix}.{key}", Text(value));
    }

    private static void AddSorted(IDictionary<string, string> fields, string name, IEnumerable<string> items) =>
        Add(fields, name, string.Join(", ", items.Order(StringComparer.Ordinal)) is { Length: > 0 } text ? text : null);

    private static void Add(IDictionary<string, string> fields, string name, string? value)
    {
        if (value is not null)
            fields[name] = value;
    }

    private static string Text(PropertyValue value) =>
        value switch
        {
            NullValue => "null",
            UnknownValue => "unknown",
            SecretValue secret => $"secret({Text(secret.Inner)})",
            StringValue text => WireText.Quote(text.Value),
            NumberValue number => number.Value.ToString("R", CultureInfo.InvariantCulture),
            BoolValue flag => flag.Value ? "true" : "false",
            ArrayValue list => $"[{string.Join(", ", list.Items.Select(Text))}]",
            ObjectValue map => $"{{{Members(map)}}}",
            ArchiveValue { Members: { } members } => $"archive({Members(members)})",
            _ => value.ToString(),
        };

    private static string Members(ObjectValue map) =>
        string.Join(", ", map.Properties.Select(property => $"{WireText.Quote(property.Key)}: {Text(property.Value)}"));
}
