using System.Collections.Immutable;
using Engine.Model;

namespace Engine.Planning;

/// <summary>What is deployed, as far as is known: the states a plan is made against.</summary>
public sealed class Baseline
{
    private readonly Dictionary<string, ResourceState> _byUrn = new(StringComparer.Ordinal);

    /// <param name="resources">In the order of their dependencies. A copy awaiting deletion is kept but never found by its URN.</param>
    public Baseline(IEnumerable<ResourceState> resources)
    {
        Resources = [.. resources];
        foreach (var resource in Resources)
            if (!resource.Delete)
                _byUrn[resource.Urn] = resource;
    }

    /// <summary>Nothing is deployed.</summary>
    public static Baseline Empty { get; } = new([]);

    /// <summary>What would be deployed after a plan, to plan against. What has no id yet has none here.</summary>
    public static Baseline After(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new(
            from step in plan.Steps
            where step is { New: not null, Op: not (StepOp.Delete or StepOp.Discard) }
            let state = step.New
            select state with
            {
                Created = step.Old?.Created,
                Modified = step.Old?.Modified,
                Aliases = ImmutableArray<string>.Empty,
            }
        );
    }

    /// <summary>Everything, dependencies first.</summary>
    public ImmutableArray<ResourceState> Resources { get; }

    /// <summary>The resource of this URN, or nothing.</summary>
    public ResourceState? Find(string urn) => _byUrn.GetValueOrDefault(urn);
}
