using Engine.Planning;
using Review.Changes;

namespace Infra.Cli.Output;

/// <summary>What people approve by name: that a step destroys data.</summary>
internal static class Approvals
{
    /// <summary>Steps that destroy data and that no approval names, by resource name or URN.</summary>
    public static IReadOnlyList<PlanStep> Missing(PlanChanges changes, IReadOnlyCollection<string> approved) =>
        [.. changes.Destroying.Where(step => !approved.Any(name => Names(name, step)))];

    /// <summary>Approvals that name nothing a plan would destroy: misspelt, or left over from another time.</summary>
    public static IReadOnlyList<string> Idle(IReadOnlyCollection<PlanChanges> plans, IReadOnlyCollection<string> approved) =>
        [.. approved.Where(name => !plans.Any(plan => plan.Destroying.Any(step => Names(name, step)))).Distinct()];

    private static bool Names(string name, PlanStep step) => name == step.State.Name || name == step.Urn;
}
