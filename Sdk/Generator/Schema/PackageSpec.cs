using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Generator.Schema;

/// <summary>A package schema: its names for C# and its entries by token.</summary>
internal sealed record PackageSpec(
    SchemaFile File,
    string Name,
    string Version,
    string ModuleFormat,
    string? RootNamespace,
    bool IsTerraformBridge,
    IReadOnlyDictionary<string, string> Namespaces,
    ResourceSpec Provider,
    IReadOnlyDictionary<string, ResourceSpec> Resources,
    IReadOnlyDictionary<string, FunctionSpec> Functions,
    IReadOnlyDictionary<string, TypeDefinition> Types
)
{
    // One object is one package; comparing two by content would walk two whole schemas.
    public bool Equals(PackageSpec? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
