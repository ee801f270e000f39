using Engine.Model;
using Engine.Planning;
using Engine.Values;

namespace Engine.Documents;

/// <summary>
/// A step's states as they are at the moment the step starts: a preview takes its picture before a provider is asked, so most new states have
/// neither id nor outputs.
/// </summary>
internal static class StepStates
{
    /// <summary>The state before; of a replacement already marked for what becomes of it.</summary>
    public static ResourceState? Old(PlanStep step) =>
        step switch
        {
            { Op: StepOp.Create or StepOp.Import } => null,
            { Op: StepOp.Replace, Old: { } old, New.DeleteBeforeReplace: true } => old with { PendingReplacement = true },
            { Op: StepOp.Replace, Old: { } old } => old with { Delete = true },
            _ => step.Old,
        };

    /// <summary>The state after, as far as it is there; a replacement made before the old one is deleted has its outputs already.</summary>
    public static ResourceState? New(PlanStep step, string now)
    {
        if (step is not { Op: not (StepOp.Delete or StepOp.Discard), New: { } state })
            return null;
        return step.Op switch
        {
            StepOp.Read => state with { External = true, Outputs = ObjectValue.Empty },
            StepOp.Replace when state.DeleteBeforeReplace != true => state with { Id = null, Created = now, Modified = now },
            _ => state with
            {
                Id = null,
                Outputs = ObjectValue.Empty,
                Created = step.Old?.Created,
                Modified = step.Old?.Modified,
            },
        };
    }
}
