using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Providers;
using Engine.Values;

namespace Review.Model;

/// <summary>A stack as it would be after a plan: its resources, and which of them refer to which.</summary>
public sealed class StackModel
{
    private readonly Dictionary<string, Resource> _byUrn = new(StringComparer.Ordinal);
    private readonly ILookup<string, Resource> _byType;
    private readonly Lazy<References> _references;

    private StackModel(string stack, ImmutableSortedDictionary<string, string> config, IEnumerable<ResourceState> states)
    {
        (Stack, Config) = (stack, config);
        Resources = [.. states.Select(state => new Resource(state, this))];
        foreach (var resource in Resources)
            _byUrn.TryAdd(resource.Urn, resource);
        KnowsReferences = Resources.All(resource => !resource.State.Custom || !string.IsNullOrEmpty(resource.State.Id));
        _byType = Resources.ToLookup(resource => resource.Type);
        _references = new(() => new References(this));
    }

    /// <summary>The stack's name.</summary>
    public string Stack { get; }

    /// <summary>Effective configuration by full key, secrets masked.</summary>
    public ImmutableSortedDictionary<string, string> Config { get; }

    /// <summary>What there would be, components too; what is deleted and bookkeeping of the engine are left out.</summary>
    public ImmutableArray<Resource> Resources { get; }

    /// <summary>Who refers to whom.</summary>
    internal References References => _references.Value;

    /// <summary>
    /// Whether it is known what refers to what: every resource has an id, a real one or a stand-in. Without, a text made of several outputs is unknown as a
    /// whole, and lists say only part of what they come from.
    /// </summary>
    public bool KnowsReferences { get; }

    /// <summary>What a plan leads to.</summary>
    public static StackModel Of(Plan plan) =>
        new(plan.Stack, plan.Config, plan.Steps.Where(step => !step.Internal).Select(step => step.New).OfType<ResourceState>());

    /// <summary>What is deployed, or would be after another plan.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="config">Its effective configuration by full key, secrets masked.</param>
    /// <param name="baseline">Its resources.</param>
    public static StackModel Of(string stack, ImmutableSortedDictionary<string, string> config, Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        return new(stack, config, baseline.Resources.Where(state => !state.Delete));
    }

    /// <summary>The same stack with other inputs, as a question: what would be if.</summary>
    /// <param name="change">A resource as it would be; nothing where it would not be there.</param>
    internal StackModel If(Func<Resource, ResourceState?> change) =>
        new(Stack, Config, Resources.Select(change).OfType<ResourceState>());

    /// <summary>The same stack with its resources by URN, for what must not depend on the order in which a program happened to register them.</summary>
    internal StackModel ByUrn() =>
        new(Stack, Config, Resources.Select(resource => resource.State).OrderBy(state => state.Urn, StringComparer.Ordinal));

    /// <summary>All resources of a type.</summary>
    public IEnumerable<Resource> All(string type) => _byType[type];

    /// <summary>The resource of this URN, or nothing.</summary>
    public Resource? Find(string urn) => _byUrn.GetValueOrDefault(urn);

    /// <summary>The region that a resource's provider works in, as far as it is known.</summary>
    public string? RegionOf(ResourceState state)
    {
        if (state.Inputs["region"].AsText() is { } own)
            return own;
        var provider = state.Provider is { } text ? ProviderReference.Parse(text) : null;
        return (provider is { } reference ? Find(reference.Urn)?["region"].Text : null) ?? Config.GetValueOrDefault("aws:region");
    }
}
