using System.Collections.Generic;
using Generator.Json;

namespace Generator.Schema;

/// <summary>A property of a resource, a function or an object type.</summary>
internal sealed record PropertySpec(
    string Name,
    TypeSpec Type,
    bool Required,
    bool Secret,
    string? Deprecation,
    string? CSharpName,
    JsonValue? Default,
    IReadOnlyList<string> DefaultEnvironment,
    int Position
);
