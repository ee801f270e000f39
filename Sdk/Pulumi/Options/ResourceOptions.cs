namespace Pulumi;

/// <summary>What can be said about any resource, apart from its properties.</summary>
public abstract class ResourceOptions
{
    private List<Input<Alias>>? _aliases;
    private InputList<Resource>? _dependsOn;
    private InputList<Resource>? _replaceWith;
    private List<string>? _hideDiffs;
    private List<string>? _ignoreChanges;
    private List<string>? _replaceOnChanges;
    private List<ResourceTransformation>? _resourceTransformations;
    private List<ResourceTransform>? _resourceTransforms;
    private ResourceHookBinding? _hooks;

    /// <summary>No options.</summary>
    protected ResourceOptions() { }

    /// <summary>Former names of the resource, so that a rename is no replacement. Default: none.</summary>
    public List<Input<Alias>> Aliases
    {
        get => _aliases ??= [];
        set => _aliases = value;
    }

    /// <summary>How long its operations may take. Default: as the provider sees fit.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>A resource whose deletion deletes this one too, so that it need not be deleted itself. Default: none.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>Resources it comes after although none of its properties says so; a component stands for everything in it. Default: none.</summary>
    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    /// <summary>Property paths whose changes are not shown. Default: none.</summary>
    public List<string> HideDiffs
    {
        get => _hideDiffs ??= [];
        set => _hideDiffs = value;
    }

    /// <summary>Functions to run around its operations. They need a server inside the program, which this SDK does not have: see docs/sdk.md.</summary>
    public ResourceHookBinding Hooks
    {
        get => _hooks ??= new();
        set => _hooks = value;
    }

    /// <summary>The provider's id of an existing resource to read instead of making one. Default: none.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>Property paths whose changes are ignored. Default: none.</summary>
    public List<string> IgnoreChanges
    {
        get => _ignoreChanges ??= [];
        set => _ignoreChanges = value;
    }

    /// <summary>The resource it belongs to. Default: the stack.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Where to download the provider from. Default: the registry of Pulumi.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>Whether deleting it is refused. Default: as its parent.</summary>
    public bool? Protect { get; set; }

    /// <summary>The provider that manages it. Default: that of its parent, else the default provider of its package.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>Property paths whose changes replace it. Default: none but those the provider says.</summary>
    public List<string> ReplaceOnChanges
    {
        get => _replaceOnChanges ??= [];
        set => _replaceOnChanges = value;
    }

    /// <summary>Resources whose replacement replaces this one too. Default: none.</summary>
    public InputList<Resource> ReplaceWith
    {
        get => _replaceWith ??= [];
        set => _replaceWith = value;
    }

    /// <summary>A value whose change replaces the resource. Default: none.</summary>
    public Input<object>? ReplacementTrigger { get; set; }

    /// <summary>Functions that may change properties and options of it and of everything below it, run inside the program. Default: none.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => _resourceTransformations ??= [];
        set => _resourceTransformations = value;
    }

    /// <summary>Functions the engine calls back. They need a server inside the program, which this SDK does not have: see docs/sdk.md.</summary>
    public List<ResourceTransform> ResourceTransforms
    {
        get => _resourceTransforms ??= [];
        set => _resourceTransforms = value;
    }

    /// <summary>Whether deleting it leaves the real thing alone. Default: no.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>The URN of a resource of this stack to look up instead of registering one. Default: none.</summary>
    public string? Urn { get; set; }

    /// <summary>Version of its package. Default: that of the package's classes.</summary>
    public string? Version { get; set; }

    internal bool HasAliases => _aliases is { Count: > 0 };

    internal bool HasDependsOn => _dependsOn is { IsEmpty: false };

    internal bool HasReplaceWith => _replaceWith is { IsEmpty: false };

    internal bool HasTransformations => _resourceTransformations is { Count: > 0 };

    internal bool HasTransforms => _resourceTransforms is { Count: > 0 };

    internal bool HasHooks => _hooks is { IsEmpty: false };

    internal IReadOnlyList<string> HideDiffsOrNone => _hideDiffs ?? (IReadOnlyList<string>)[];

    internal IReadOnlyList<string> IgnoreChangesOrNone => _ignoreChanges ?? (IReadOnlyList<string>)[];

    internal IReadOnlyList<string> ReplaceOnChangesOrNone => _replaceOnChanges ?? (IReadOnlyList<string>)[];

    /// <summary>The same options; changing the lists of one does not change the other.</summary>
    internal ResourceOptions Clone()
    {
        var clone = (ResourceOptions)MemberwiseClone();
        clone.CopyLists();
        return clone;
    }

    internal virtual void CopyLists()
    {
        _aliases = Copy(_aliases);
        _dependsOn = _dependsOn?.Clone();
        _replaceWith = _replaceWith?.Clone();
        _hideDiffs = Copy(_hideDiffs);
        _ignoreChanges = Copy(_ignoreChanges);
        _replaceOnChanges = Copy(_replaceOnChanges);
        _resourceTransformations = Copy(_resourceTransformations);
        _resourceTransforms = Copy(_resourceTransforms);
        _hooks = _hooks?.Clone();
        CustomTimeouts = CustomTimeouts?.Clone();
    }

    /// <summary>Lays other options over these: lists are appended, what is set replaces, what is not set does nothing.</summary>
    internal void MergeIn(ResourceOptions other)
    {
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        Protect = other.Protect ?? Protect;
        Provider = other.Provider ?? Provider;
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        Urn = other.Urn ?? Urn;
        Version = other.Version ?? Version;

        _aliases = Append(_aliases, other._aliases);
        _hideDiffs = Append(_hideDiffs, other._hideDiffs);
        _ignoreChanges = Append(_ignoreChanges, other._ignoreChanges);
        _replaceOnChanges = Append(_replaceOnChanges, other._replaceOnChanges);
        _resourceTransformations = Append(_resourceTransformations, other._resourceTransformations);
        _resourceTransforms = Append(_resourceTransforms, other._resourceTransforms);
        if (other.HasDependsOn)
            _dependsOn = DependsOn.Concat(other.DependsOn);
        if (other.HasReplaceWith)
            _replaceWith = ReplaceWith.Concat(other.ReplaceWith);
        if (other.HasHooks)
            _hooks = Hooks.Concat(other.Hooks);
    }

    private protected static List<T>? Copy<T>(List<T>? list) => list is { Count: > 0 } ? [.. list] : null;

    private protected static List<T>? Append<T>(List<T>? list, List<T>? more) =>
        more is { Count: > 0 } ? [.. list ?? [], .. more] : list;
}
