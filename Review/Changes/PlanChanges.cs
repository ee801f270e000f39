using System.Collections.Immutable;
using Engine.Planning;
using Review.Changes.Broadening;

namespace Review.Changes;

/// <summary>A plan as a review sees it: what destroys data first, then what else is replaced and deleted, then the rest.</summary>
public sealed class PlanChanges
{
    private readonly Downstream _downstream;
    private readonly Losses _losses;

    /// <summary>Sorts the steps of a plan; in each list they keep its order.</summary>
    public PlanChanges(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        _downstream = new Downstream(plan);
        _losses = new Losses(_downstream);
        var seen = plan.Steps.Where(step => !step.Internal).ToList();
        Destroying = [.. seen.Where(step => Loss(step) is not null)];
        Replaced = [.. seen.Where(step => step.Op == StepOp.Replace && Loss(step) is null)];
        Deleted = [.. seen.Where(step => step.Op == StepOp.Delete && Loss(step) is null)];
        Updated = [.. seen.Where(step => step.Op == StepOp.Update)];
        Created = [.. seen.Where(step => step.Op is StepOp.Create or StepOp.Import)];
        Broadened = AccessBroadening.Of(plan);
    }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>Replacements and deletions that lose what no deployment brings back.</summary>
    public ImmutableArray<PlanStep> Destroying { get; }

    /// <summary>Other replacements.</summary>
    public ImmutableArray<PlanStep> Replaced { get; }

    /// <summary>Other deletions.</summary>
    public ImmutableArray<PlanStep> Deleted { get; }

    /// <summary>Changes in place.</summary>
    public ImmutableArray<PlanStep> Updated { get; }

    /// <summary>What is new or adopted.</summary>
    public ImmutableArray<PlanStep> Created { get; }

    /// <summary>Where somebody may do more than before.</summary>
    public ImmutableArray<BroadenedAccess> Broadened { get; }

    /// <summary>Whether a deployment would leave everything as it is.</summary>
    public bool IsEmpty => Destroying.IsEmpty && Replaced.IsEmpty && Deleted.IsEmpty && Updated.IsEmpty && Created.IsEmpty;

    /// <summary>What a step loses; nothing for most.</summary>
    public string? Loss(PlanStep step) => _losses.Of(step);

    /// <summary>What depends on the resource of a step, directly or not.</summary>
    public IReadOnlyList<PlanStep> After(PlanStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return _downstream.Of(step.Urn);
    }
}
