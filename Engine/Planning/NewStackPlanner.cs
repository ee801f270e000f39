using Engine.Model;

namespace Engine.Planning;

/// <summary>Plans a stack that does not exist yet: everything is created, imported or read.</summary>
public sealed class NewStackPlanner : IPlanner
{
    /// <inheritdoc/>
    public PlanStep Register(ResourceState goal, Action<Diagnostic> report) =>
        new()
        {
            Op =
                goal.External ? StepOp.Read
                : goal.ImportId is null ? StepOp.Create
                : StepOp.Import,
            Urn = goal.Urn,
            New = goal with { Aliases = [] },
        };

    /// <inheritdoc/>
    public IEnumerable<PlanStep> Finish(Action<Diagnostic> report) => [];
}
