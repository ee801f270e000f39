using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Anything a stack consists of. Making one registers it with the engine.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly bool _protect;
    private readonly ImmutableArray<ResourceTransformation> _transformations = [];
    private readonly ImmutableDictionary<string, ProviderResource> _providers = ImmutableDictionary<
        string,
        ProviderResource
    >.Empty;
    private List<Resource>? _children;

    private protected Resource(
        string type,
        string name,
        bool custom,
        ResourceArgs args,
        ResourceOptions options,
        bool remote = false,
        RegisterPackageRequest? package = null
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_type, _name, IsRemote) = (type, name, remote);
        var deployment = Deployment.Required;
        var outputs = new ResourceOutputs(this, deployment);
        OutputsPlan.Of(GetType()).Assign(this, outputs);

        var parent = type == Stack.RootType ? null : options.Parent ?? deployment.Stack;
        _transformations = Concat(options, parent);
        foreach (var transformation in _transformations)
            (args, options) = Transformed(transformation, args, options);

        options = options.Clone();
        var providers =
            (options as ComponentResourceOptions)?.HasProviders == true ? ((ComponentResourceOptions)options).Providers : null;
        if (options.Provider is not null && providers is not null)
            throw new ResourceException(
                $"{type} '{name}': got both Provider and Providers, want one of them",
                options.Parent,
                hideStack: true
            );

        if (options.Parent is { } explicitParent)
        {
            explicitParent.AddChild(this);
            options.Protect ??= explicitParent._protect ? true : null;
            _providers = explicitParent._providers;
        }
        if (!custom)
            _providers = _providers.SetItems(ByPackage(options.Provider is { } one ? [one] : providers ?? []));
        else if (options.Provider is null)
            options.Provider = options.Parent?.GetProvider(type);
        else if (TypeTokens.Package(type) is { } package0)
            _providers = _providers.SetItem(package0, options.Provider);

        _protect = options.Protect == true;
        Provider = custom ? options.Provider : null;
        Version = options.Version;
        PluginDownloadURL = options.PluginDownloadURL;
        Aliases = AliasHistory.Of(this, options);
        deployment.Register(new(this, outputs, custom, remote, args, options, package));
    }

    /// <summary>A stand-in for a resource that is registered elsewhere; nothing is registered.</summary>
    private protected Resource(string urn)
    {
        (_type, _name) = ("", "");
        Urn = new(new OutputData<string>(ResourceSet.Of(this), urn, isKnown: true, isSecret: false));
    }

    /// <summary>The engine's unique name of the resource.</summary>
    [Output(WireNames.Urn)]
    public Output<string> Urn { get; private protected set; } = null!;

    /// <summary>Whether a package makes the resources in it, so that the program does not know them.</summary>
    internal bool IsRemote { get; }

    /// <summary>The provider that manages it; none for components.</summary>
    internal ProviderResource? Provider { get; }

    internal string? Version { get; }

    internal string? PluginDownloadURL { get; }

    /// <summary>Its former names, which the resources below it inherit; none if it and those above have always had theirs.</summary>
    internal AliasHistory? Aliases { get; }

    /// <summary>The name given to the constructor.</summary>
    public string GetResourceName() => _name;

    /// <summary>The type token given to the constructor.</summary>
    public string GetResourceType() => _type;

    /// <summary>The provider that the resources below it use for a type, if one was said.</summary>
    internal ProviderResource? GetProvider(string typeToken) =>
        TypeTokens.Package(typeToken) is { } package ? _providers.GetValueOrDefault(package) : null;

    /// <summary>The resources that named this one as their parent, so far.</summary>
    internal Resource[] Children()
    {
        if (_children is not { } children)
            return [];
        lock (children)
            return [.. children];
    }

    private void AddChild(Resource child)
    {
        var children = _children ?? Interlocked.CompareExchange(ref _children, [], null) ?? _children;
        lock (children)
            children.Add(child);
    }

    private (ResourceArgs, ResourceOptions) Transformed(
        ResourceTransformation transformation,
        ResourceArgs args,
        ResourceOptions options
    )
    {
        if (transformation(new(this, args, options)) is not { } result)
            return (args, options);
        if (result.Options.Parent != options.Parent)
            throw new ArgumentException($"{_type} '{_name}': a transformation may not change the parent of a resource.");
        return (result.Args, result.Options);
    }

    private static ImmutableArray<ResourceTransformation> Concat(ResourceOptions options, Resource? parent)
    {
        var inherited = parent?._transformations ?? [];
        return options.HasTransformations ? [.. options.ResourceTransformations, .. inherited] : inherited;
    }

    private static IEnumerable<KeyValuePair<string, ProviderResource>> ByPackage(IEnumerable<ProviderResource> providers) =>
        providers.Select(provider => KeyValuePair.Create(provider.Package, provider));
}
