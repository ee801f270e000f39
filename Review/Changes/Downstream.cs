using Engine.Model;
using Engine.Planning;

namespace Review.Changes;

/// <summary>What comes after a resource: everything that depends on it, and on that, until nothing more does.</summary>
internal sealed class Downstream
{
    private readonly Dictionary<string, List<PlanStep>> _dependents = new(StringComparer.Ordinal);

    /// <summary>Learns who depends on whom. What is deleted itself is left out: it has no more to lose.</summary>
    public Downstream(Plan plan)
    {
        foreach (var step in plan.Steps)
            if (!step.Internal && step.Op is not (StepOp.Delete or StepOp.Discard))
                foreach (var urn in References(step.State).Distinct())
                    if (_dependents.TryGetValue(urn, out var list))
                        list.Add(step);
                    else
                        _dependents[urn] = [step];
    }

    /// <summary>Resources that come after one, in the order of the plan for each distance; components are only passed through.</summary>
    public IReadOnlyList<PlanStep> Of(string urn)
    {
        var found = new List<PlanStep>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { urn };
        var waiting = new Queue<string>([urn]);
        while (waiting.TryDequeue(out var next))
            foreach (var step in _dependents.GetValueOrDefault(next, []))
                if (seen.Add(step.Urn))
                {
                    waiting.Enqueue(step.Urn);
                    if (step.State.Custom)
                        found.Add(step);
                }
        return found;
    }

    private static IEnumerable<string> References(ResourceState state)
    {
        foreach (var urn in state.Dependencies)
            yield return urn;
        foreach (var (_, urns) in state.PropertyDependencies)
        foreach (var urn in urns)
            yield return urn;
    }
}
