using System.Collections.Generic;
using System.Linq;
using Generator.Schema;

namespace Generator.Model;

/// <summary>A type looked up: what a property's <see cref="TypeSpec"/> means in the shape (plain or input) it is used in.</summary>
internal abstract class SchemaType
{
    /// <summary>The type without the input wrappers in it; what an object's own properties are is its shape's business.</summary>
    public virtual SchemaType Plain => this;

    /// <summary>Whether C# holds it by value, so that a required one needs no initialiser.</summary>
    public virtual bool IsValue => false;

    public bool IsCollection => (this is InputType input ? input.Item : this) is ListType or MapType;
}

/// <summary>A type that C# or the core SDK has a name for.</summary>
internal sealed class NamedType(string name, bool isValue = false) : SchemaType
{
    public static readonly NamedType String = new("string");
    public static readonly NamedType Boolean = new("bool", isValue: true);
    public static readonly NamedType Integer = new("int", isValue: true);
    public static readonly NamedType Number = new("double", isValue: true);
    public static readonly NamedType Any = new("object");
    public static readonly NamedType Archive = new("Archive");
    public static readonly NamedType Asset = new("AssetOrArchive");
    public static readonly NamedType Json = new("System.Text.Json.JsonElement");

    public string Name { get; } = name;

    public override bool IsValue { get; } = isValue;
}

/// <summary>A value that may come from another resource.</summary>
internal sealed class InputType(SchemaType item) : SchemaType
{
    public SchemaType Item { get; } = item;

    public override SchemaType Plain => Item.Plain;
}

internal sealed class ListType(SchemaType item) : SchemaType
{
    public SchemaType Item { get; } = item;

    public override SchemaType Plain => new ListType(Item.Plain);
}

/// <summary>A map from string.</summary>
internal sealed class MapType(SchemaType value) : SchemaType
{
    public SchemaType Value { get; } = value;

    public override SchemaType Plain => new MapType(Value.Plain);
}

internal sealed class UnionType(IReadOnlyList<SchemaType> cases) : SchemaType
{
    public IReadOnlyList<SchemaType> Cases { get; } = cases;

    public override SchemaType Plain => new UnionType([.. Cases.Select(c => c.Plain)]);
}

/// <summary>An object type in its plain shape, or in its input shape, where its properties are inputs.</summary>
internal sealed class ObjectType(PackageSpec package, TypeDefinition definition, bool isInputShape) : SchemaType
{
    public PackageSpec Package { get; } = package;

    public TypeDefinition Definition { get; } = definition;

    public bool IsInputShape { get; } = isInputShape;
}

internal sealed class EnumType(PackageSpec package, TypeDefinition definition) : SchemaType
{
    public PackageSpec Package { get; } = package;

    public TypeDefinition Definition { get; } = definition;

    public override bool IsValue => true;
}

/// <summary>A resource passed by reference.</summary>
internal sealed class ResourceType(PackageSpec package, ResourceSpec resource) : SchemaType
{
    public PackageSpec Package { get; } = package;

    public ResourceSpec Resource { get; } = resource;
}
