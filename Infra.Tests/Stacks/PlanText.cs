using System.Text;
using System.Text.Json;
using Engine.Model;
using Engine.Planning;
using Engine.Values;

namespace Infra.Tests.Stacks;

/// <summary>A whole plan as text to read and to compare: every resource under its parent, every input on a line of its own.</summary>
internal sealed class PlanText
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly StringBuilder _text = new();
    private readonly ILookup<string, ResourceState> _children;

    private PlanText(Plan plan) =>
        _children = plan.Steps.Where(step => !step.Internal).Select(step => step.State).ToLookup(state => state.Parent ?? "");

    public static string Of(Plan plan)
    {
        var writer = new PlanText(plan);
        writer.Children("", 0);
        foreach (var diagnostic in plan.Diagnostics)
            writer.Line(0, $"{diagnostic.Severity.ToString().ToLowerInvariant()}: {diagnostic.Message}");
        return writer._text.ToString();
    }

    private void Children(string parent, int depth)
    {
        // Registrations arrive in any order; sorted, the text is the same every time.
        foreach (var state in _children[parent].OrderBy(state => state.Type).ThenBy(state => state.Name, StringComparer.Ordinal))
        {
            Line(depth, $"{state.Type} {state.Name}{Options(state)}");
            foreach (var (key, value) in state.Inputs.Properties)
                Property(depth + 2, key, value, state.PropertyDependencies.GetValueOrDefault(key, []));
            if (state.Type == Urns.StackType)
                foreach (var (key, value) in state.Outputs.Properties)
                    Property(depth + 2, $"output {key}", value, []);
            Children(state.Urn, depth + 1);
        }
    }

    private static string Options(ResourceState state)
    {
        var said = new List<string>();
        if (state.Protect)
            said.Add("protect");
        if (state.RetainOnDelete)
            said.Add("retainOnDelete");
        if (!state.IgnoreChanges.IsDefaultOrEmpty)
            said.Add($"ignoreChanges {string.Join(' ', state.IgnoreChanges)}");
        if (state.DeleteBeforeReplace is true)
            said.Add("deleteBeforeReplace");
        return said.Count == 0 ? "" : $" [{string.Join(", ", said)}]";
    }

    private void Property(int depth, string key, PropertyValue value, IEnumerable<string> dependencies)
    {
        switch (value)
        {
            case UnknownValue:
                var origins = dependencies.Select(Urns.Name).Order(StringComparer.Ordinal).ToList();
                Line(depth, origins.Count == 0 ? $"{key}: unknown" : $"{key}: from {string.Join(", ", origins)}");
                break;
            case SecretValue:
                Line(depth, $"{key}: [secret]");
                break;
            case ObjectValue map:
                Line(depth, map.Properties.IsEmpty ? $"{key}: {{}}" : $"{key}:");
                foreach (var (name, inner) in map.Properties)
                    Property(depth + 1, name, inner, dependencies);
                break;
            case ArrayValue list:
                Line(depth, list.Items.IsEmpty ? $"{key}: []" : $"{key}:");
                foreach (var item in list.Items)
                    Property(depth + 1, "-", item, dependencies);
                break;
            case StringValue { Value: ['{' or '[', ..] } text when Pretty(text.Value) is { } pretty:
                Line(depth, $"{key}: (JSON)");
                foreach (var line in pretty.Split('\n'))
                    Line(depth + 1, line);
                break;
            case StringValue text:
                Line(depth, $"{key}: {text.Value}");
                break;
            case BoolValue flag:
                Line(depth, $"{key}: {(flag.Value ? "true" : "false")}");
                break;
            case NumberValue number:
                Line(depth, FormattableString.Invariant($"{key}: {number.Value}"));
                break;
            default:
                Line(depth, $"{key}: {value}");
                break;
        }
    }

    // Formulas of RDS begin with a brace too.
    private static string? Pretty(string json)
    {
        try
        {
            return JsonSerializer.Serialize(JsonDocument.Parse(json), Indented);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Line(int depth, string text) => _text.Append(' ', depth * 2).Append(text).Append('\n');
}
