using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Engine.Values;
using Review.Model;

namespace Review.Tests.Guardrails;

/// <summary>One property of a resource set to something else; nothing removes it. It can be done to a real resource as well as to a made-up one.</summary>
/// <param name="Type">The type token of the resource.</param>
/// <param name="Path">The property, as <see cref="Value.this"/> takes it; below a text that holds JSON it goes on inside.</param>
/// <param name="Json">The new value.</param>
internal sealed record Flip(string Type, string Path, string? Json)
{
    /// <summary>The inputs with the property flipped; nothing where they have no such place, or the value refers to a made-up resource.</summary>
    public ObjectValue? Apply(ObjectValue inputs) =>
        Json?.Contains('@', StringComparison.Ordinal) == true
            ? null
            : Set(inputs, Path.Replace("!", "", StringComparison.Ordinal).Split('.')) as ObjectValue;

    private PropertyValue? Set(PropertyValue? at, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return Json is null ? null : StackText.Plain(JsonNode.Parse(Json));
        switch (at)
        {
            case SecretValue { Inner: var inner }:
                return Set(inner, path) is { } opened ? new SecretValue(opened) : null;
            case null or NullValue when Json is not null:
                return Set(ObjectValue.Empty, path);
            case ObjectValue map:
                var below = Set(map[path[0]], path[1..]);
                if (below is null && (path.Length > 1 || map[path[0]] is null))
                    return null;
                return new ObjectValue(below is null ? map.Properties.Remove(path[0]) : map.Properties.SetItem(path[0], below));
            case ArrayValue { Items: var items }
                when int.TryParse(path[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index):
                return index < items.Length && Set(items[index], path[1..]) is { } item
                    ? new ArrayValue(items.SetItem(index, item))
                    : null;
            case ArrayValue { Items: [var only] }:
                return Set(only, path) is { } changed ? new ArrayValue([changed]) : null;
            case StringValue { Value: var text } when JsonValues.Parse(text) is { } document:
                return Set(document, path) is { } rewritten ? new StringValue(StackText.Written(rewritten)) : null;
            default:
                return null;
        }
    }
}
