using System;
using System.Collections.Generic;
using System.Linq;
using Generator.Schema;

namespace Generator.Model;

/// <summary>Writes types as C#, seen from one namespace of the package.</summary>
internal sealed class TypeText(Names names, string currentNamespace)
{
    /// <param name="type">The type to write.</param>
    /// <param name="position">Where it is written.</param>
    /// <param name="mutable">Whether a list or map is one that its owner fills, <c>List</c>, instead of an immutable one.</param>
    public string Of(SchemaType type, TypePosition position, bool mutable = false) =>
        type switch
        {
            NamedType named => named.Name,
            InputType input => OfInput(input.Item, position),
            ListType list => $"{(mutable ? "List" : "ImmutableArray")}<{Of(list.Item, position)}>",
            MapType map => $"{(mutable ? "Dictionary" : "ImmutableDictionary")}<string, {Of(map.Value, position)}>",
            UnionType union => OfUnion(union, position, "Union", wrapped: false),
            EnumType { Definition: var definition, Package: var package } => names.Of(package).NamespaceOf(definition.Token)
                + "."
                + Naming.ClassOf(definition.Token),
            ResourceType { Resource: var resource, Package: var package } => names.Of(package).NamespaceOf(resource.Token)
                + "."
                + Naming.ClassOf(resource),
            ObjectType obj => OfObject(obj, position),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    /// <summary>The same for a property that may be absent: an immutable array is its own nothing, all else gets a "?".</summary>
    public string OfOptional(SchemaType type, TypePosition position) =>
        type is ListType ? Of(type, position) : Of(type, position) + "?";

    private string OfInput(SchemaType item, TypePosition position) =>
        item switch
        {
            ListType list => $"InputList<{Of(list.Item.Plain, position)}>",
            MapType map => $"InputMap<{Of(map.Value.Plain, position)}>",
            UnionType union => OfUnion(union, position, "InputUnion", wrapped: true),
            _ when item == NamedType.Json => "InputJson",
            _ => $"Input<{Of(item, position)}>",
        };

    private string OfUnion(UnionType union, TypePosition position, string generic, bool wrapped)
    {
        var cases = union.Cases.Select(c => wrapped ? c.Plain : c).ToList();
        // What comes back from a provider is the enum's underlying value, known to the enum or not.
        if (position == TypePosition.Output && cases.OfType<EnumType>().FirstOrDefault() is { } relaxed)
            return EnumModel.UnderlyingType(relaxed.Definition);
        var texts = cases.Select(c => Of(c, position)).Distinct().ToList();
        return texts.Count switch
        {
            1 => wrapped ? $"Input<{texts[0]}>" : texts[0],
            2 => $"{generic}<{texts[0]}, {texts[1]}>",
            _ => "object",
        };
    }

    private string OfObject(ObjectType obj, TypePosition position)
    {
        var qualifier = position == TypePosition.Output ? "Outputs" : "Inputs";
        var owner = names.Of(obj.Package).NamespaceOf(obj.Definition.Token);
        var name = names.ClassOf(obj, position);
        return owner == currentNamespace ? $"{qualifier}.{name}" : $"{owner}.{qualifier}.{name}";
    }
}
