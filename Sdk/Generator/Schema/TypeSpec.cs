using System.Collections.Generic;

namespace Generator.Schema;

/// <summary>A type as the schema writes it, not yet looked up.</summary>
internal sealed record TypeSpec(
    string? Type,
    string? Ref,
    TypeSpec? Items,
    TypeSpec? AdditionalProperties,
    IReadOnlyList<TypeSpec> OneOf,
    bool Plain,
    int Position
);
