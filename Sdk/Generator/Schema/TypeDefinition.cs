using System.Collections.Generic;

namespace Generator.Schema;

/// <summary>An entry of <c>types</c>: an enum if <see cref="Values"/> is there, otherwise an object.</summary>
internal sealed record TypeDefinition(
    string Token,
    string? UnderlyingType,
    IReadOnlyList<PropertySpec> Properties,
    IReadOnlyList<EnumValueSpec>? Values,
    int Position
)
{
    public bool IsEnum => Values is not null;
}
