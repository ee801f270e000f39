using System;
using System.Collections.Generic;
using System.Globalization;

namespace Generator.Json;

/// <summary>One value of a JSON text, with the place it starts at, so that a diagnostic can point there.</summary>
internal sealed class JsonValue
{
    private readonly Dictionary<string, JsonValue>? _byName;

    private JsonValue(
        JsonKind kind,
        int position,
        string text = "",
        IReadOnlyList<JsonValue>? items = null,
        IReadOnlyList<JsonMember>? members = null
    )
    {
        (Kind, Position, Text) = (kind, position, text);
        Items = items ?? [];
        Members = members ?? [];
        if (members is null)
            return;
        _byName = new Dictionary<string, JsonValue>(members.Count, StringComparer.Ordinal);
        foreach (var member in members)
            _byName[member.Name] = member.Value;
    }

    public JsonKind Kind { get; }

    /// <summary>Offset of the value's first character in its text.</summary>
    public int Position { get; }

    /// <summary>The string's characters, or the number as it is written; otherwise empty.</summary>
    public string Text { get; }

    /// <summary>The items of an array; otherwise empty.</summary>
    public IReadOnlyList<JsonValue> Items { get; }

    /// <summary>The members of an object in the order of the text; otherwise empty.</summary>
    public IReadOnlyList<JsonMember> Members { get; }

    /// <summary>The member of that name, the last one if it is there twice; null if this is no object or has none.</summary>
    public JsonValue? this[string name] => _byName is not null && _byName.TryGetValue(name, out var value) ? value : null;

    public bool IsTrue => Kind == JsonKind.True;

    public string? AsString => Kind == JsonKind.String ? Text : null;

    public double AsDouble => double.Parse(Text, NumberStyles.Float, CultureInfo.InvariantCulture);

    public static JsonValue Literal(JsonKind kind, int position) => new(kind, position);

    public static JsonValue Number(string text, int position) => new(JsonKind.Number, position, text);

    public static JsonValue String(string text, int position) => new(JsonKind.String, position, text);

    public static JsonValue Array(IReadOnlyList<JsonValue> items, int position) => new(JsonKind.Array, position, items: items);

    public static JsonValue Object(IReadOnlyList<JsonMember> members, int position) =>
        new(JsonKind.Object, position, members: members);
}
