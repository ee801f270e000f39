using System.Collections.Generic;
using Generator.Schema;

namespace Generator.Model;

/// <summary>An enum; <paramref name="Underlying"/> is string, double or int.</summary>
internal sealed record EnumModel(string Namespace, string Name, string Underlying, IReadOnlyList<EnumMember> Members)
{
    /// <summary>What an enum is underneath, in C#.</summary>
    public static string UnderlyingType(TypeDefinition definition) =>
        definition.UnderlyingType switch
        {
            "integer" => "int",
            "number" => "double",
            _ => "string",
        };
}
