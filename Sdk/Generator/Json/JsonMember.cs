namespace Generator.Json;

/// <summary>A name and its value; <paramref name="Position"/> is where the name starts.</summary>
internal readonly record struct JsonMember(string Name, JsonValue Value, int Position);
