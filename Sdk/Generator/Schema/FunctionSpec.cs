using System.Collections.Generic;

namespace Generator.Schema;

/// <summary>An entry of <c>functions</c>; null inputs means that the function takes no argument object at all.</summary>
internal sealed record FunctionSpec(
    string Token,
    IReadOnlyList<PropertySpec>? Inputs,
    IReadOnlyList<PropertySpec>? Outputs,
    string? Deprecation,
    int Position
);
