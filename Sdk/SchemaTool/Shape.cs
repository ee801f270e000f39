using System.Text.Json;

namespace SchemaTool;

/// <summary>
/// What to keep of a JSON object: the named members in this order, each by its own shape. Nothing else is kept: texts belong to
/// their authors, and what is not read would only be read by people.
/// </summary>
internal sealed class Shape
{
    private readonly Action<Utf8JsonWriter, JsonElement> _write;

    private Shape(Action<Utf8JsonWriter, JsonElement> write) => _write = write;

    /// <summary>The value as it is.</summary>
    public static Shape Any { get; } = new((writer, value) => value.WriteTo(writer));

    /// <summary>A text that is only known to be there.</summary>
    public static Shape Fixed(string text) => new((writer, _) => writer.WriteStringValue(text));

    public static Shape ListOf(Shape item) =>
        new(
            (writer, value) =>
            {
                writer.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                    item.Write(writer, element);
                writer.WriteEndArray();
            }
        );

    /// <summary>All members, in their own order.</summary>
    public static Shape MapOf(Shape value, Func<string, bool>? keep = null) =>
        new(
            (writer, map) =>
            {
                writer.WriteStartObject();
                foreach (var member in map.EnumerateObject().Where(m => keep is null || keep(m.Name)))
                {
                    writer.WritePropertyName(member.Name);
                    value.Write(writer, member.Value);
                }
                writer.WriteEndObject();
            }
        );

    /// <summary>The named members. The shapes are asked for late, because a type holds types.</summary>
    public static Shape Of(Func<IEnumerable<(string Name, Shape Shape)>> members)
    {
        var known = new Lazy<(string Name, Shape Shape)[]>(() => [.. members()]);
        return new(
            (writer, value) =>
            {
                writer.WriteStartObject();
                foreach (var (name, shape) in known.Value)
                {
                    // An empty object where there was one with nothing to keep would say something that was not said.
                    if (!value.TryGetProperty(name, out var member) || shape.IsEmpty(member))
                        continue;
                    writer.WritePropertyName(name);
                    shape.Write(writer, member);
                }
                writer.WriteEndObject();
            }
        );
    }

    /// <summary>Left out when nothing of it is kept.</summary>
    public Shape Optional() => new(_write) { _mayVanish = true };

    private bool _mayVanish;

    public void Write(Utf8JsonWriter writer, JsonElement value) => _write(writer, value);

    private bool IsEmpty(JsonElement value)
    {
        if (!_mayVanish)
            return false;
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            _write(writer, value);
        return buffer.Length == 2;
    }
}
