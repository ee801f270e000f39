using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Rollback;

/// <summary>What is different between two versions of a function, without the value of a variable.</summary>
internal static class VersionDifference
{
    /// <summary>The differences.</summary>
    public static ImmutableArray<string> Of(JsonElement from, JsonElement to)
    {
        var lines = new List<string>();
        foreach (var name in new[] { "CodeSha256", "Handler", "MemorySize", "Runtime", "Timeout" })
            if (Told(from, name) != Told(to, name))
                lines.Add($"{name}: {Told(from, name)} → {Told(to, name)}");
        var (before, after) = (Variables(from), Variables(to));
        lines.AddRange(NameChanges.Of("environment", before, after));
        var changed = to.Text("LastModified");
        if (changed is not null)
            lines.Add($"published: {changed}");
        return [.. lines];
    }

    private static string Told(JsonElement version, string name) =>
        version.TryGetProperty(name, out var value) ? value.ToString() : "(none)";

    private static Dictionary<string, string> Variables(JsonElement version) =>
        version.TryGetProperty("Environment", out var environment)
        && environment.TryGetProperty("Variables", out var variables)
        && variables.ValueKind == JsonValueKind.Object
            ? variables
                .EnumerateObject()
                .ToDictionary(entry => entry.Name, entry => entry.Value.ToString(), StringComparer.Ordinal)
            : [];
}
