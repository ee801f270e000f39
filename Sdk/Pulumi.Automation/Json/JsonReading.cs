using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Pulumi.Automation.Json;

/// <summary>Reads members of JSON objects. One that is missing, or null, has its default; one of another type is a <see cref="JsonException"/>.</summary>
internal static class JsonReading
{
    /// <summary>A member; nothing if it is missing or null.</summary>
    public static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind != JsonValueKind.Object ? throw new JsonException($"got {Kind(json)}, want an object")
        : json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value
        : null;

    public static string? TextOrNull(this JsonElement json, string name) =>
        json.Member(name) is { } value ? Want(value, JsonValueKind.String, name, "a text").GetString() : null;

    /// <summary>A text. Default: the empty one.</summary>
    public static string Text(this JsonElement json, string name) => json.TextOrNull(name) ?? "";

    public static int? Int32OrNull(this JsonElement json, string name) =>
        json.Member(name) is { } value
            ? value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
                ? number
                : throw Wrong(name, value, "a whole number")
            : null;

    /// <summary>A whole number. Default: 0.</summary>
    public static int Int32(this JsonElement json, string name) => json.Int32OrNull(name) ?? 0;

    /// <summary>A whole number. Default: 0.</summary>
    public static long Int64(this JsonElement json, string name) =>
        json.Member(name) is { } value ? Want(value, JsonValueKind.Number, name, "a whole number").GetInt64() : 0;

    public static bool? BooleanOrNull(this JsonElement json, string name) =>
        json.Member(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Wrong(name, value, "true or false");

    /// <summary>True or false. Default: false.</summary>
    public static bool Boolean(this JsonElement json, string name) => json.BooleanOrNull(name) ?? false;

    public static DateTimeOffset? TimeOrNull(this JsonElement json, string name) =>
        json.TextOrNull(name) is { } text
            ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time
                : throw new JsonException($"{name}: got a text, want a time")
            : null;

    public static ImmutableArray<string>? TextsOrNull(this JsonElement json, string name) =>
        json.Member(name) is { } value
            ? [.. Want(value, JsonValueKind.Array, name, "a list").EnumerateArray().Select(item => item.ToString())]
            : null;

    /// <summary>An object as a map. Default: an empty one.</summary>
    /// <param name="read">Reads a value.</param>
    public static ImmutableDictionary<string, T> Map<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        json.Member(name) is { } value
            ? Want(value, JsonValueKind.Object, name, "an object")
                .EnumerateObject()
                .ToImmutableDictionary(entry => entry.Name, entry => read(entry.Value))
            : ImmutableDictionary<string, T>.Empty;

    /// <summary>A value as C# has it: a text, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, an array or a dictionary of such, or nothing.</summary>
    public static object? Plain(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => value.TryGetInt64(out var number) ? number : value.GetDouble(),
            JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToArray(),
            JsonValueKind.Object => value.EnumerateObject().ToDictionary(entry => entry.Name, entry => Plain(entry.Value)!),
            _ => null,
        };

    private static JsonElement Want(JsonElement value, JsonValueKind kind, string name, string wanted) =>
        value.ValueKind == kind ? value : throw Wrong(name, value, wanted);

    // What was got is not said: it may be secret.
    private static JsonException Wrong(string name, JsonElement value, string wanted) =>
        new($"{name}: got {Kind(value)}, want {wanted}");

    private static string Kind(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.Null => "null",
            _ => "true or false",
        };
}
