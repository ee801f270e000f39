using System;
using System.Collections.Generic;
using Generator.Schema;

namespace Generator.Model;

/// <summary>The types that the selected resources and functions reach; nothing else is generated.</summary>
internal sealed class UsedTypes
{
    private readonly References _references;
    private readonly Dictionary<string, TypeUses> _uses = new(StringComparer.Ordinal);

    public UsedTypes(References references, Selection selection)
    {
        _references = references;
        foreach (var resource in selection.Resources)
        {
            Visit(resource.Properties, TypeUses.ResourceOutput);
            Visit(resource.Inputs, TypeUses.ResourceInput);
            Visit(resource.State ?? [], TypeUses.ResourceState);
        }
        foreach (var function in selection.Functions)
        {
            Visit(function.Inputs ?? [], TypeUses.FunctionPlainInput);
            Visit(function.Inputs ?? [], TypeUses.FunctionInput);
            Visit(function.Outputs ?? [], TypeUses.FunctionResult);
        }
    }

    /// <summary>The tokens of all used types.</summary>
    public IEnumerable<string> Tokens => _uses.Keys;

    public TypeUses Of(string token) => _uses.TryGetValue(token, out var uses) ? uses : TypeUses.None;

    private void Visit(IReadOnlyList<PropertySpec> properties, TypeUses use)
    {
        foreach (var property in properties)
            Visit(property.Type, use);
    }

    private void Visit(TypeSpec type, TypeUses use)
    {
        if (type.Items is not null)
            Visit(type.Items, use);
        if (type.AdditionalProperties is not null)
            Visit(type.AdditionalProperties, use);
        foreach (var option in type.OneOf)
            Visit(option, use);
        if (type.Ref is null || _references.LocalType(type.Ref) is not { } definition)
            return;
        var before = Of(definition.Token);
        _uses[definition.Token] = before | use;
        if ((before & use) == 0)
            Visit(definition.Properties, use);
    }
}
