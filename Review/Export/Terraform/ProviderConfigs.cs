using Engine.Model;
using Engine.Planning;
using Engine.Providers;

namespace Review.Export.Terraform;

/// <summary>The providers of a plan that its resources use.</summary>
internal sealed class ProviderConfigs
{
    private readonly Dictionary<string, ProviderConfig> _byUrn = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ProviderConfig> _used = new(StringComparer.Ordinal);
    private readonly string? _region;

    /// <summary>Reads the providers of a plan; the engine's own default ones are among them.</summary>
    public ProviderConfigs(Plan plan)
    {
        _region = plan.Config.GetValueOrDefault("aws:region");
        foreach (var step in plan.Steps)
            if (Urns.IsProviderType(step.State.Type))
                _byUrn.TryAdd(step.Urn, ProviderConfig.Of(step, RegionFor(Urns.Package(step.State.Type))));
    }

    /// <summary>Those that were asked for, in the order of their keys.</summary>
    public IEnumerable<ProviderConfig> Used => _used.Values;

    /// <summary>The provider of a resource.</summary>
    public ProviderConfig Of(ResourceState state)
    {
        var package = Urns.Package(state.Type);
        var config =
            state.Provider is { } text
            && ProviderReference.Parse(text) is { } reference
            && _byUrn.TryGetValue(reference.Urn, out var known)
                ? known
                : ProviderConfig.Plain(package, RegionFor(package));
        _used.TryAdd(config.Key, config);
        return config;
    }

    private string? RegionFor(string package) => package == "aws" ? _region : null;
}
