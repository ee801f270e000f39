using System.Collections.Generic;

namespace Generator.Schema;

/// <summary>An entry of <c>resources</c>, or the provider.</summary>
internal sealed record ResourceSpec(
    string Token,
    string? CSharpName,
    bool IsComponent,
    bool IsProvider,
    IReadOnlyList<PropertySpec> Properties,
    IReadOnlyList<PropertySpec> Inputs,
    IReadOnlyList<PropertySpec>? State,
    IReadOnlyList<string> AliasTypes,
    string? Deprecation,
    int Position
);
