using Engine.Model;
using Engine.Monitor;
using Engine.Planning;
using Engine.Providers;

namespace Engine.Previewing;

/// <summary>
/// Puts steps in an order in which they could run, and always the same one: a program that registers concurrently registers in another order
/// each time. Every resource follows what it depends on; where that leaves a choice, the URN decides.
/// </summary>
internal static class StepOrder
{
    public static List<PlanStep> Of(IReadOnlyList<Node> registered)
    {
        var nodes = registered
            .OrderBy(node => node.State.Type == Urns.StackType ? "" : node.Urn, StringComparer.Ordinal) // the stack first, as in every deployment
            .ToArray();
        var rank = new Dictionary<string, int>(nodes.Length, StringComparer.Ordinal);
        for (var i = 0; i < nodes.Length; i++)
            rank[nodes[i].Urn] = i;
        var waitsFor = new int[nodes.Length];
        var dependents = new List<int>?[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
            foreach (var urn in Before(nodes[i]))
                if (rank.TryGetValue(urn, out var before) && before != i)
                {
                    (dependents[before] ??= []).Add(i);
                    waitsFor[i]++;
                }
        var ready = new PriorityQueue<int, int>();
        for (var i = 0; i < nodes.Length; i++)
            if (waitsFor[i] == 0)
                ready.Enqueue(i, i);
        var steps = new List<PlanStep>(nodes.Length);
        while (ready.TryDequeue(out var next, out _))
        {
            steps.Add(nodes[next].Step);
            foreach (var dependent in dependents[next] ?? [])
                if (--waitsFor[dependent] == 0)
                    ready.Enqueue(dependent, dependent);
        }
        return steps;
    }

    private static IEnumerable<string> Before(Node node)
    {
        var state = node.State;
        if (state.Parent is { } parent)
            yield return parent;
        if (node.Provider.Length > 0 && ProviderReference.Parse(node.Provider) is { } provider)
            yield return provider.Urn;
        foreach (var dependency in state.Dependencies)
            yield return dependency;
        if (state.DeletedWith is { } deletedWith)
            yield return deletedWith;
    }
}
