namespace Pulumi;

/// <summary>What can be said about a component, apart from its properties.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    /// <summary>No options.</summary>
    public ComponentResourceOptions() { }

    /// <summary>
    /// Providers for the resources in it, one a package. Default: those of its parent. Not together with
    /// <see cref="ResourceOptions.Provider"/>.
    /// </summary>
    public List<ProviderResource> Providers
    {
        get => _providers ??= [];
        set => _providers = value;
    }

    internal bool HasProviders => _providers is { Count: > 0 };

    /// <summary>
    /// New options: those of the second over those of the first. Lists are appended, what is set replaces; of several providers of one
    /// package the last one is taken.
    /// </summary>
    /// <param name="options1">One set; it is not changed.</param>
    /// <param name="options2">The set that wins; it is not changed.</param>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = (ComponentResourceOptions?)options1?.Clone() ?? new();
        if (options2 is not null)
            merged.MergeIn(options2);
        merged._providers = LastOfEachPackage([.. merged._providers ?? [], .. options2?._providers ?? []]);
        return merged;
    }

    internal override void CopyLists()
    {
        base.CopyLists();
        _providers = Copy(_providers);
    }

    private static List<ProviderResource> LastOfEachPackage(List<ProviderResource> providers)
    {
        var seen = new HashSet<string>();
        var last = providers.AsEnumerable().Reverse().Where(provider => seen.Add(provider.Package)).ToList();
        last.Reverse();
        return last;
    }
}
