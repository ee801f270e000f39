using Engine.Model;
using Engine.Providers;
using Engine.Schemas;

namespace Engine.Planning;

/// <summary>
/// Finds what has to go when a resource is deleted before its replacement is made: dependents that could not stand without it.
/// </summary>
internal sealed class DeleteFirst(Baseline baseline, SchemaLibrary schemas)
{
    private Dictionary<string, List<int>>? _dependents;

    /// <summary>
    /// The affected dependents of an old resource, in the order of the baseline, those that <paramref name="handled"/> names left out. A bare
    /// <c>dependsOn</c> affects nobody; a property that would force a replacement if its value became unknown does.
    /// </summary>
    public IReadOnlyList<ResourceState> Affected(ResourceState root, Func<string, bool> handled)
    {
        var dependents = _dependents ??= Dependents();
        var found = new List<ResourceState>();
        var members = new HashSet<string>(StringComparer.Ordinal) { root.Urn };
        var waiting = new PriorityQueue<int, int>();
        var seen = new HashSet<int>();
        Enqueue(root.Urn);
        while (waiting.TryDequeue(out var index, out _))
        {
            var state = baseline.Resources[index];
            if (state.Delete || handled(state.Urn) || !Falls(state, members))
                continue;
            found.Add(state);
            members.Add(state.Urn);
            Enqueue(state.Urn);
        }
        return found;

        // What was passed over once may fall with a member found later; dependents come after what they depend on, so later is never too late.
        void Enqueue(string urn)
        {
            foreach (var index in dependents.GetValueOrDefault(urn) ?? [])
                if (seen.Add(index))
                    waiting.Enqueue(index, index);
        }
    }

    private bool Falls(ResourceState state, HashSet<string> members)
    {
        if (state.DeletedWith is { } deletedWith && members.Contains(deletedWith))
            return true;
        if (state.ReplaceWith.Any(members.Contains))
            return true;
        if (!state.Custom || state.External)
            return false;
        if (
            state.Provider is { } provider
            && ProviderReference.Parse(provider) is { } reference
            && members.Contains(reference.Urn)
        )
            return true;
        var schema = schemas.Resource(state.Type);
        return state.PropertyDependencies.Any(property =>
            property.Value.Any(members.Contains) && Comparison.WouldReplace(state, property.Key, schema)
        );
    }

    private Dictionary<string, List<int>> Dependents()
    {
        var dependents = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var index = 0; index < baseline.Resources.Length; index++)
        {
            var state = baseline.Resources[index];
            foreach (var urn in DeletionOrder.References(state))
                Add(urn, index);
            if (state.Provider is { } provider && ProviderReference.Parse(provider) is { } reference)
                Add(reference.Urn, index);
        }
        return dependents;

        void Add(string urn, int index)
        {
            if (!dependents.TryGetValue(urn, out var list))
                dependents[urn] = list = [];
            if (list.Count == 0 || list[^1] != index)
                list.Add(index);
        }
    }
}
