using System.Collections.Immutable;
using Engine.Model;
using Engine.Values;

namespace Infra.Cli.Output;

/// <summary>All inputs of a resource in the manner of YAML, one line a leaf. An unknown says whose deployment tells it.</summary>
internal sealed class PropertyLines
{
    private readonly List<Line> _lines = [];
    private readonly string _sign;
    private readonly Style _style;
    private string _after = "";

    private PropertyLines(string sign, Style style) => (_sign, _style) = (sign, style);

    /// <summary>The lines for a resource.</summary>
    /// <param name="state">Whose inputs.</param>
    /// <param name="indent">What stands in front of every line.</param>
    /// <param name="style">The colour of the values.</param>
    public static IReadOnlyList<Line> Of(ResourceState state, string indent, Style style = Style.Plain)
    {
        var lines = new PropertyLines(indent, style);
        foreach (var (key, value) in state.Inputs.Properties)
        {
            lines._after = After(state.PropertyDependencies.GetValueOrDefault(key));
            lines.Add("", key, value);
        }
        if (state.Protect)
            lines.Note("protected: deleting it is refused");
        if (state.RetainOnDelete)
            lines.Note("retained: deleting it here leaves the real one alone");
        if (state.ImportId is { } id)
            lines.Note($"imported from {id}");
        return lines._lines;
    }

    private void Note(string text) => _lines.Add(new Line().Add(_sign).Add(text, Style.Faint));

    private void Add(string indent, string key, PropertyValue value)
    {
        switch (value)
        {
            case ObjectValue { Properties.Count: > 0 } map:
                Leaf(indent, $"{key}:");
                foreach (var (name, item) in map.Properties)
                    Add(indent + "  ", name, item);
                break;
            case ArrayValue { Items: var items } when items.Any(item => item is ObjectValue or ArrayValue):
                Leaf(indent, $"{key}:");
                foreach (var item in items)
                    Item(indent + "  ", item);
                break;
            default:
                Leaf(indent, $"{key}: ", value);
                break;
        }
    }

    private void Item(string indent, PropertyValue value)
    {
        if (value is not ObjectValue { Properties.Count: > 0 } map)
        {
            Leaf(indent, "- ", value);
            return;
        }
        var first = true;
        foreach (var (key, item) in map.Properties)
        {
            Add(indent + (first ? "" : "  "), first ? $"- {key}" : key, item);
            first = false;
        }
    }

    private void Leaf(string indent, string key, PropertyValue? value = null)
    {
        var line = new Line().Add(_sign).Add(indent).Add(key);
        if (value is not null)
            line.Add(ValueText.Of(value), value is SecretValue or UnknownValue ? Style.Faint : _style);
        if (HasUnknown(value))
            line.Add(_after, Style.Faint);
        _lines.Add(line);
    }

    private static bool HasUnknown(PropertyValue? value) =>
        value switch
        {
            UnknownValue => true,
            ArrayValue array => array.Items.Any(HasUnknown),
            _ => false,
        };

    private static string After(ImmutableArray<string> urns) =>
        urns switch
        {
            { IsDefaultOrEmpty: true } => "  known after deployment",
            [var only] => $"  known after {Names.Of(only)}",
            _ => $"  known after {Names.Of(urns[0])} and {Words.Count(urns.Length - 1, "other")}",
        };
}
