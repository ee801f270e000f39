using Engine.Model;
using Engine.Planning;

namespace Review.Export.Terraform;

/// <summary>Which module each resource of a plan lies in: that of the nearest component around it.</summary>
internal sealed class ModuleTree
{
    private readonly Dictionary<string, ResourceState> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Module> _modules = new(StringComparer.Ordinal);

    /// <summary>Makes a module of each component. What is deleted comes last, so that it changes no other name.</summary>
    public ModuleTree(IEnumerable<PlanStep> steps)
    {
        var (there, gone) = (new List<ResourceState>(), new List<ResourceState>());
        foreach (var step in steps)
            (step.New is null ? gone : there).Add(step.State);
        foreach (var state in there.Concat(gone))
            _states.TryAdd(state.Urn, state);
        foreach (var state in there.Concat(gone))
            if (IsComponent(state))
                Of(state);
        foreach (var state in gone)
            if (IsComponent(state))
                Of(state).IsGone = true;
    }

    /// <summary>The module that holds all others.</summary>
    public Module Root { get; } = Module.Root();

    /// <summary>The module that a component is, or that another resource lies in.</summary>
    public Module Of(ResourceState state)
    {
        if (_modules.TryGetValue(state.Urn, out var known))
            return known;
        var around = state.Parent is { } urn && _states.TryGetValue(urn, out var parent) ? Of(parent) : Root;
        return _modules[state.Urn] = IsComponent(state) ? around.Add(state) : around;
    }

    private static bool IsComponent(ResourceState state) => !state.Custom && state.Type != Urns.StackType;
}
