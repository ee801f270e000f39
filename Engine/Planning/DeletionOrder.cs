using Engine.Model;
using Engine.Providers;

namespace Engine.Planning;

/// <summary>
/// The order of deletions: whatever depends on a resource goes before it. Depending on a component means depending on the children it had by
/// then too.
/// </summary>
internal static class DeletionOrder
{
    /// <summary>Sorts the condemned, a selection of <paramref name="baseline"/> in its order, in time linear in their references.</summary>
    public static IEnumerable<ResourceState> Of(IReadOnlyList<ResourceState> condemned, Baseline baseline)
    {
        var depth = new Dictionary<string, int>(condemned.Count, StringComparer.Ordinal);
        var children = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var state in condemned)
        {
            var own = Above(depth, state.Parent);
            if (state.Provider is { } provider && ProviderReference.Parse(provider) is { } reference)
                own = Math.Max(own, Above(depth, reference.Urn));
            foreach (var urn in References(state))
                own = Math.Max(own, Math.Max(Above(depth, urn), Above(children, urn)));
            depth[state.Urn] = own;
            for (var parent = state.Parent; parent is not null; parent = baseline.Find(parent)?.Parent)
                children[parent] = Math.Max(own, children.GetValueOrDefault(parent));
        }
        return condemned.Reverse().OrderByDescending(state => depth[state.Urn]);
    }

    /// <summary>What a resource refers to besides its parent and provider.</summary>
    public static IEnumerable<string> References(ResourceState state)
    {
        foreach (var urn in state.Dependencies)
            yield return urn;
        foreach (var (_, urns) in state.PropertyDependencies)
        foreach (var urn in urns)
            yield return urn;
        if (state.DeletedWith is { Length: > 0 } deletedWith)
            yield return deletedWith;
        foreach (var urn in state.ReplaceWith)
            yield return urn;
    }

    private static int Above(Dictionary<string, int> depth, string? urn) =>
        urn is not null && depth.TryGetValue(urn, out var below) ? below + 1 : 0;
}
