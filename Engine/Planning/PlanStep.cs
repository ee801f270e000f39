using System.Collections.Immutable;
using Engine.Model;

namespace Engine.Planning;

/// <summary>What a step does to a resource; <see cref="StepOps"/> has the words of Pulumi for them.</summary>
public enum StepOp
{
    /// <summary>Nothing changes.</summary>
    Same,

    /// <summary>It is new.</summary>
    Create,

    /// <summary>It is changed in place.</summary>
    Update,

    /// <summary>It is deleted.</summary>
    Delete,

    /// <summary>A new one takes the place of the old one.</summary>
    Replace,

    /// <summary>It is read, not managed.</summary>
    Read,

    /// <summary>It is adopted from an existing one.</summary>
    Import,

    /// <summary>It was read and is no longer.</summary>
    Discard,
}

/// <summary>How one property differs.</summary>
public enum DifferenceKind
{
    /// <summary>Only the new side has it.</summary>
    Add,

    /// <summary>Only the new side has it, and that replaces the resource.</summary>
    AddReplace,

    /// <summary>Only the old side has it.</summary>
    Delete,

    /// <summary>Only the old side has it, and that replaces the resource.</summary>
    DeleteReplace,

    /// <summary>Both have it, with different values.</summary>
    Update,

    /// <summary>Both have it, with different values, and that replaces the resource.</summary>
    UpdateReplace,
}

/// <summary>One difference of a detailed diff. <paramref name="InputDiff"/>: old inputs against new inputs, rather than old outputs.</summary>
public sealed record PropertyDifference(DifferenceKind Kind, bool InputDiff);

/// <summary>One step of a plan, in the order in which steps start.</summary>
public sealed record PlanStep
{
    /// <summary>What happens.</summary>
    public required StepOp Op { get; init; }

    /// <summary>To whom.</summary>
    public required string Urn { get; init; }

    /// <summary>The resource before. Default: none, it is new.</summary>
    public ResourceState? Old { get; init; }

    /// <summary>The resource after. Default: none, it is deleted.</summary>
    public ResourceState? New { get; init; }

    /// <summary>Changed top-level properties.</summary>
    public ImmutableArray<string> DiffReasons { get; init; } = [];

    /// <summary>Properties (or pseudo keys such as <c>provider</c>) that force the replacement.</summary>
    public ImmutableArray<string> ReplaceReasons { get; init; } = [];

    /// <summary>Differences by property path. Default: none computed.</summary>
    public ImmutableSortedDictionary<string, PropertyDifference>? DetailedDiff { get; init; }

    /// <summary>Whether this is bookkeeping of the engine (a default provider), never shown nor counted.</summary>
    public bool Internal { get; init; }

    /// <summary>The resource after, or before where it is deleted.</summary>
    public ResourceState State => New ?? Old ?? throw new InvalidOperationException($"Step {Op} of {Urn} has no state");
}

/// <summary>Pulumi's words for steps and differences.</summary>
public static class StepOps
{
    /// <summary>The word in JSON and in change summaries.</summary>
    public static string Word(this StepOp op) => op.ToString().ToLowerInvariant();

    /// <summary>The word in detailed diffs.</summary>
    public static string Word(this DifferenceKind kind) =>
        kind switch
        {
            DifferenceKind.AddReplace => "add-replace",
            DifferenceKind.DeleteReplace => "delete-replace",
            DifferenceKind.UpdateReplace => "update-replace",
            _ => kind.ToString().ToLowerInvariant(),
        };

    /// <summary>The same difference, made to replace the resource.</summary>
    public static DifferenceKind Replacing(this DifferenceKind kind) =>
        kind switch
        {
            DifferenceKind.Add => DifferenceKind.AddReplace,
            DifferenceKind.Delete => DifferenceKind.DeleteReplace,
            DifferenceKind.Update => DifferenceKind.UpdateReplace,
            _ => kind,
        };

    /// <summary>Whether a difference of this kind replaces the resource.</summary>
    public static bool Replaces(this DifferenceKind kind) =>
        kind is DifferenceKind.AddReplace or DifferenceKind.DeleteReplace or DifferenceKind.UpdateReplace;
}
