using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Engine.Model;
using Engine.Values;

namespace Review.Tests.Guardrails;

/// <summary>
/// One property of a resource set to something else, or removed where there is no JSON. It can be done to a real resource as well as to a made-up one; where
/// the real one has a list in the way, to each of its items in turn.
/// </summary>
/// <param name="Type">The type token of the resource.</param>
/// <param name="Path">The property, as rules write it; below a text that holds JSON it goes on inside. Nothing: the whole resource goes.</param>
/// <param name="Json">The new value.</param>
internal sealed record Flip(string Type, string? Path, string? Json = null)
{
    /// <summary>Each way to do it; none where there is no such place, or the value refers to a made-up resource.</summary>
    public IEnumerable<ResourceState> Apply(ResourceState state)
    {
        if (Path is null || Json?.Contains('@', StringComparison.Ordinal) == true)
            return [];
        var path = Path.Replace("!", "", StringComparison.Ordinal).Split('.');
        return path[0] switch
        {
            "$protect" => state.Protect == (Json == "true") ? [] : [state with { Protect = Json == "true" }],
            "$retainOnDelete" => [state with { RetainOnDelete = Json == "true" }],
            "$ignoreChanges" => [state with { IgnoreChanges = [] }],
            "$provider" => [],
            _ => Set(state.Inputs, path).OfType<ObjectValue>().Select(inputs => state with { Inputs = inputs }),
        };
    }

    public override string ToString() => Path is null ? $"without a {Type}" : $"{Path}={Json ?? "nothing"}";

    // Null stands for a value that is removed.
    private IEnumerable<PropertyValue?> Set(PropertyValue? at, string[] path)
    {
        if (path.Length == 0)
            return [Json is null ? null : StackText.Plain(JsonNode.Parse(Json))];
        return at switch
        {
            SecretValue { Inner: var inner } => Set(inner, path)
                .OfType<PropertyValue>()
                .Select(opened => new SecretValue(opened)),
            null or NullValue when Json is null => [],
            // A position wants a list.
            null or NullValue => Set(
                char.IsAsciiDigit(path[0][0]) ? new ArrayValue([ObjectValue.Empty]) : ObjectValue.Empty,
                path
            ),
            ObjectValue map => Member(map, path),
            ArrayValue list => Items(list, path),
            StringValue { Value: var text } when JsonValues.Parse(text) is { } document => Set(document, path)
                .OfType<PropertyValue>()
                .Select(changed => new StringValue(StackText.Written(changed))),
            _ => [],
        };
    }

    private IEnumerable<PropertyValue?> Member(ObjectValue map, string[] path) =>
        path.Length == 1 && Json is null && map[path[0]] is null
            ? []
            : Set(map[path[0]], path[1..])
                .Select(below => new ObjectValue(
                    below is null ? map.Properties.Remove(path[0]) : map.Properties.SetItem(path[0], below)
                ));

    private IEnumerable<PropertyValue?> Items(ArrayValue list, string[] path)
    {
        // Positions of a made-up list mean nothing in a real one.
        var rest = int.TryParse(path[0], NumberStyles.None, CultureInfo.InvariantCulture, out _) ? path[1..] : path;
        for (var index = 0; index < list.Items.Length; index++)
            foreach (var changed in Set(list.Items[index], rest))
                yield return new ArrayValue(changed is null ? list.Items.RemoveAt(index) : list.Items.SetItem(index, changed));
    }
}
