using Engine.Planning;

namespace Infra.Cli.Deploying.Progress;

/// <summary>Something that has happened to a resource while a deployment runs.</summary>
/// <param name="Urn">To whom.</param>
/// <param name="Op">What the engine does.</param>
/// <param name="Kind">How far it is.</param>
/// <param name="Time">How long it has taken until then.</param>
internal sealed record Moment(string Urn, StepOp Op, MomentKind Kind, TimeSpan Time);

/// <summary>How far the work on a resource is.</summary>
internal enum MomentKind
{
    /// <summary>It has begun.</summary>
    Started,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>What a replacement took the place of is deleted.</summary>
    OldDeleted,

    /// <summary>It failed.</summary>
    Failed,
}
