using System;
using System.Collections.Generic;
using System.Linq;
using Generator.Schema;

namespace Generator.Model;

/// <summary>What the selected resources and functions refer to, directly or not; nothing else is generated.</summary>
internal sealed class Reach
{
    private readonly References _references;
    private readonly Dictionary<string, TypeUses> _uses = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ResourceSpec> _resources = new(StringComparer.Ordinal);

    public Reach(References references, Selection selection)
    {
        _references = references;
        foreach (var resource in selection.Resources)
            Add(resource);
        foreach (var function in selection.Functions)
        {
            Visit(function.Inputs ?? [], TypeUses.FunctionPlainInput);
            Visit(function.Inputs ?? [], TypeUses.FunctionInput);
            Visit(function.Outputs ?? [], TypeUses.FunctionResult);
        }
        Functions = [.. selection.Functions.OrderBy(f => f.Token, StringComparer.Ordinal)];
    }

    /// <summary>The selected resources and those they take as a value, by token.</summary>
    public IEnumerable<ResourceSpec> Resources => _resources.Values;

    public IReadOnlyList<FunctionSpec> Functions { get; }

    /// <summary>The tokens of all used types.</summary>
    public IEnumerable<string> Types => _uses.Keys.OrderBy(token => token, StringComparer.Ordinal);

    public TypeUses Of(string token) => _uses.TryGetValue(token, out var uses) ? uses : TypeUses.None;

    private void Add(ResourceSpec resource)
    {
        if (_resources.ContainsKey(resource.Token))
            return;
        _resources.Add(resource.Token, resource);
        Visit(resource.Properties, TypeUses.ResourceOutput);
        Visit(resource.Inputs, TypeUses.ResourceInput);
        Visit(resource.State ?? [], TypeUses.ResourceState);
    }

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
        if (type.Ref is null)
            return;
        if (_references.LocalResource(type.Ref) is { } resource)
            Add(resource);
        if (_references.LocalType(type.Ref) is not { } definition)
            return;
        var before = Of(definition.Token);
        _uses[definition.Token] = before | use;
        if ((before & use) == 0)
            Visit(definition.Properties, use);
    }
}
