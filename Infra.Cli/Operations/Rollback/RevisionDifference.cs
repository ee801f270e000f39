using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Rollback;

/// <summary>What is different between two revisions of a task definition, without a value that might be secret.</summary>
internal static class RevisionDifference
{
    /// <summary>The differences, by container.</summary>
    /// <param name="from">The document of the revision that serves.</param>
    /// <param name="to">That of the one that would.</param>
    public static ImmutableArray<string> Of(JsonElement from, JsonElement to)
    {
        var lines = new List<string>();
        foreach (var name in new[] { "cpu", "memory" })
            Add(lines, name, Plain(from, name), Plain(to, name));
        var before = Containers(from);
        var after = Containers(to);
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
            if (!before.TryGetValue(name, out var old))
                lines.Add($"{name}: a container more");
            else if (!after.TryGetValue(name, out var other))
                lines.Add($"{name}: a container less");
            else
                Container(lines, name, old, other);
        return [.. lines];
    }

    private static void Container(List<string> lines, string name, JsonElement from, JsonElement to)
    {
        foreach (var property in new[] { "image", "cpu", "memory", "memoryReservation" })
            Add(lines, $"{name}.{property}", Plain(from, property), Plain(to, property));
        lines.AddRange(NameChanges.Of($"{name} environment", Map(from, "environment", "value"), Map(to, "environment", "value")));
        lines.AddRange(NameChanges.Of($"{name} secrets", Map(from, "secrets", "valueFrom"), Map(to, "secrets", "valueFrom")));
        Add(lines, $"{name}.command", Plain(from, "command"), Plain(to, "command"));
    }

    private static void Add(List<string> lines, string what, string? from, string? to)
    {
        if (from != to)
            lines.Add($"{what}: {from ?? "(none)"} → {to ?? "(none)"}");
    }

    private static Dictionary<string, JsonElement> Containers(JsonElement document) =>
        document
            .Items("containerDefinitions")
            .ToDictionary(container => container.Text("name") ?? "", container => container, StringComparer.Ordinal);

    private static Dictionary<string, string> Map(JsonElement container, string list, string value) =>
        container
            .Items(list)
            .ToDictionary(entry => entry.Text("name") ?? "", entry => entry.Text(value) ?? "", StringComparer.Ordinal);

    // A number that was not set is 0 in one answer and missing in another.
    private static string? Plain(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ToString() is { Length: > 0 } text && text != "0" ? text : null;
}
