namespace Pulumi;

/// <summary>A former name of a resource: a whole URN, or the parts of it that were different.</summary>
public sealed class Alias
{
    /// <summary>Nothing was different.</summary>
    public Alias() { }

    /// <summary>The whole former URN. Then nothing else may be set. Default: made of the parts.</summary>
    public string? Urn { get; set; }

    /// <summary>Former name. Default: the present one.</summary>
    public Input<string>? Name { get; set; }

    /// <summary>Former type token. Default: the present one.</summary>
    public Input<string>? Type { get; set; }

    /// <summary>Former stack. Default: the present one.</summary>
    public Input<string>? Stack { get; set; }

    /// <summary>Former project. Default: the present one.</summary>
    public Input<string>? Project { get; set; }

    /// <summary>Former parent. Default: the present one. At most one of this, <see cref="ParentUrn"/> and <see cref="NoParent"/>.</summary>
    public Resource? Parent { get; set; }

    /// <summary>URN of the former parent. Default: that of the present one.</summary>
    public Input<string>? ParentUrn { get; set; }

    /// <summary>Whether it had no parent but the stack. Default: no.</summary>
    public bool NoParent { get; set; }

    /// <summary>What the engine is told; empty parts mean the present ones.</summary>
    internal async Task<Pulumirpc.Alias> ToWireAsync()
    {
        Check();
        if (Urn is not null)
            return new() { Urn = Urn };

        var spec = new Pulumirpc.Alias.Types.Spec
        {
            Name = await KnownAsync(Name).ConfigureAwait(false),
            Type = await KnownAsync(Type).ConfigureAwait(false),
            Stack = await KnownAsync(Stack).ConfigureAwait(false),
            Project = await KnownAsync(Project).ConfigureAwait(false),
        };
        if (Parent is null && ParentUrn is null)
            spec.NoParent = NoParent;
        else if (await KnownAsync(Parent is null ? ParentUrn : Parent.Urn).ConfigureAwait(false) is { Length: > 0 } parent)
            spec.ParentUrn = parent;
        return new() { Spec = spec };
    }

    /// <summary>The whole former URN of a resource.</summary>
    internal Output<string> ToUrn(string name, string type, Resource? parent)
    {
        Check();
        if (Urn is not null)
            return Output.Create(Urn);
        var isNew = Parent is not null || ParentUrn is not null || NoParent;
        return Pulumi.Urn.Create(Name ?? name, Type ?? type, isNew ? Parent : parent, ParentUrn, Project, Stack);
    }

    private void Check()
    {
        var parents = (Parent is null ? 0 : 1) + (ParentUrn is null ? 0 : 1) + (NoParent ? 1 : 0);
        if (parents > 1)
            throw new ArgumentException(
                $"An Alias got several of {nameof(Parent)}, {nameof(ParentUrn)} and {nameof(NoParent)}, want one."
            );
        if (Urn is not null && (parents > 0 || Name is not null || Type is not null || Stack is not null || Project is not null))
            throw new ArgumentException(
                $"The Alias '{Urn}' got other parts besides its {nameof(Urn)}, want the {nameof(Urn)} alone."
            );
    }

    private static async ValueTask<string> KnownAsync(Input<string>? part) =>
        part is null ? "" : await part.ToOutput().GetValueAsync(whenUnknown: "").ConfigureAwait(false);
}
