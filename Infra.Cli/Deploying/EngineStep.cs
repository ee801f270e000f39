using Engine.Planning;
using Pulumi.Automation;

namespace Infra.Cli.Deploying;

/// <summary>What the engine does to one resource.</summary>
/// <param name="Op">What happens; the parts of a replacement are one.</param>
/// <param name="Urn">To whom.</param>
/// <param name="Type">Its type token.</param>
/// <param name="Parent">The URN of its parent. Default: none.</param>
internal sealed record EngineStep(StepOp Op, string Urn, string Type, string? Parent)
{
    /// <summary>The step that an operation of the engine belongs to. Default: none, it changes nothing.</summary>
    public static StepOp? OfOperation(OperationType operation) =>
        operation switch
        {
            OperationType.Create => StepOp.Create,
            OperationType.Update => StepOp.Update,
            OperationType.Delete => StepOp.Delete,
            OperationType.Replace
            or OperationType.CreateReplacement
            or OperationType.DeleteReplaced
            or OperationType.ImportReplacement
            or OperationType.ReadReplacement => StepOp.Replace,
            OperationType.Import => StepOp.Import,
            OperationType.ReadDiscard or OperationType.DiscardReplaced => StepOp.Discard,
            _ => null,
        };
}
