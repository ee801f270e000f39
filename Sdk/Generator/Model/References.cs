using System;
using System.Collections.Generic;
using System.Linq;
using Generator.Schema;

namespace Generator.Model;

/// <summary>Looks up what a <c>$ref</c> points at, in the package itself or in one it depends on.</summary>
internal sealed class References(PackageSpec package, IReadOnlyList<PackageSpec> dependencies)
{
    private const string Types = "#/types/";
    private const string Resources = "#/resources/";

    public PackageSpec Package => package;

    /// <summary>The type of this package that the reference names, or null if it names none.</summary>
    public TypeDefinition? LocalType(string reference) =>
        reference.StartsWith(Types, StringComparison.Ordinal)
        && package.Types.TryGetValue(Token(reference, Types), out var definition)
            ? definition
            : null;

    /// <summary>The resource of this package that the reference names, or null if it names none.</summary>
    public ResourceSpec? LocalResource(string reference) =>
        reference.StartsWith(Resources, StringComparison.Ordinal)
        && package.Resources.TryGetValue(Token(reference, Resources), out var resource)
            ? resource
            : null;

    /// <summary>What the reference means in the given shape; if it leads nowhere, null and the reason.</summary>
    public SchemaType? Resolve(string reference, bool inputShape, out string problem)
    {
        problem = "";
        if (WellKnown(reference) is { } known)
            return known;
        var hash = reference.IndexOf('#');
        var owner = hash == 0 ? package : dependencies.FirstOrDefault(d => d.Name == reference.TrimStart('/').Split('/')[0]);
        if (hash < 0 || owner is null)
        {
            problem = "a package of which this project has no schema: add it with PulumiSchema=\"dependency\"";
            return null;
        }
        var local = reference.Substring(hash);
        if (local.StartsWith(Types, StringComparison.Ordinal) && owner.Types.TryGetValue(Token(local, Types), out var definition))
            return definition.IsEnum ? new EnumType(owner, definition) : new ObjectType(owner, definition, inputShape);
        if (
            local.StartsWith(Resources, StringComparison.Ordinal)
            && owner.Resources.TryGetValue(Token(local, Resources), out var resource)
        )
            return new ResourceType(owner, resource);
        if (local == "#/provider")
            return new ResourceType(owner, owner.Provider);
        problem = $"which the schema of {owner.Name} does not have";
        return null;
    }

    private static NamedType? WellKnown(string reference) =>
        reference switch
        {
            "pulumi.json#/Any" => NamedType.Any,
            "pulumi.json#/Archive" => NamedType.Archive,
            "pulumi.json#/Asset" => NamedType.Asset,
            "pulumi.json#/Json" => NamedType.Json,
            _ => null,
        };

    private static string Token(string reference, string prefix) => Uri.UnescapeDataString(reference.Substring(prefix.Length));
}
