using System.Text.Json;

namespace Infra.Cli.Stacks;

/// <summary>One setting in force, as the program tells it.</summary>
/// <param name="Path">Its key from the root of the settings; of a secret the full key.</param>
/// <param name="Value">Its value as JSON; <c>[secret]</c> where it must not be shown.</param>
/// <param name="Unit">The unit of a number. Default: it counts things.</param>
/// <param name="Allowed">What is accepted.</param>
/// <param name="Description">What it decides.</param>
/// <param name="Source">Where the value comes from: file and line, or which default.</param>
internal sealed record Setting(string Path, JsonElement Value, string? Unit, string Allowed, string Description, string Source)
{
    // The program knows that the stack file says it; only we know the line.
    private const string InStackFile = "stack file";

    /// <summary>Reads the program's list of settings.</summary>
    public static List<Setting> List(string json, StackTarget target)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(entry => Read(entry, target))];
    }

    /// <summary>The value on one line.</summary>
    public string Text =>
        Value.ValueKind switch
        {
            JsonValueKind.String => Value.GetString() is { Length: > 0 } text ? text : "\"\"",
            JsonValueKind.Null => "(none)",
            JsonValueKind.Array when Value.GetArrayLength() > 0 => string.Join(", ", Value.EnumerateArray()),
            JsonValueKind.Object when Value.EnumerateObject().Any() => string.Join(
                ", ",
                Value.EnumerateObject().Select(member => $"{member.Name}: {member.Value}")
            ),
            JsonValueKind.Array or JsonValueKind.Object => "(none)",
            _ => Value.GetRawText(),
        } + (Unit is null ? "" : $" {Unit}");

    private static Setting Read(JsonElement entry, StackTarget target)
    {
        var path = entry.GetProperty("path").GetString()!;
        var source = Optional(entry, "source") ?? "";
        if (source == InStackFile)
            source = target.Configuration.SourceOf(FullKey(path, target)) ?? target.File.FileName;
        return new(
            path,
            entry.GetProperty("value").Clone(),
            Optional(entry, "unit"),
            Optional(entry, "allowed") ?? "",
            Optional(entry, "description") ?? "",
            source
        );
    }

    // Secrets are told by their full key: they are no settings.
    private static string FullKey(string path, StackTarget target) =>
        path.Contains(':', StringComparison.Ordinal) ? path : $"{target.Project.Name}:settings.{path}";

    private static string? Optional(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
