using Generator.Json;

namespace Generator.Schema;

internal sealed record EnumValueSpec(string? Name, JsonValue Value, string? Deprecation);
