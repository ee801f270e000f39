using Engine.Model;

namespace Engine.Planning;

/// <summary>
/// Decides what happens to each resource of one run. The monitor calls <see cref="Register"/> for one resource at a time, every resource
/// after those it depends on, and <see cref="Finish"/> once, when the program is over.
/// </summary>
public interface IPlanner
{
    /// <summary>
    /// The step for a resource. Its <see cref="PlanStep.Old"/> is the state that the URN or else the first matching alias found; its
    /// <see cref="PlanStep.New"/> may differ from <paramref name="goal"/> (ignored changes keep old inputs, only the matched alias stays).
    /// Outputs and id of the new state are filled in by the monitor.
    /// </summary>
    /// <param name="goal">What the program asks for; <see cref="ResourceState.Aliases"/> holds every alias in the order of preference.</param>
    /// <param name="report">Takes what is wrong, for example two resources that claim one old state.</param>
    PlanStep Register(ResourceState goal, Action<Diagnostic> report);

    /// <summary>The steps for old resources that were not registered, in the order in which they would run.</summary>
    /// <param name="report">Takes what is wrong, for example a protected resource that would be deleted.</param>
    IEnumerable<PlanStep> Finish(Action<Diagnostic> report);
}
