using System.Text.Json;

namespace Infra.Cli.Tools;

/// <summary>Reads JSON answers without minding what is missing.</summary>
internal static class JsonAnswers
{
    /// <summary>The text of a member. Default: there is none.</summary>
    public static string? Text(this JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The whole number of a member. Default: 0, where there is none.</summary>
    public static int Number(this JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : 0;

    /// <summary>The items of a member that is a list.</summary>
    public static List<JsonElement> Items(this JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    /// <summary>Whether a member is true.</summary>
    public static bool IsTrue(this JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
