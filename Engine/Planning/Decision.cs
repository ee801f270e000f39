using System.Collections.Immutable;

namespace Engine.Planning;

/// <summary>What the comparison of a resource with its old state came to.</summary>
internal sealed record Decision(StepOp Op)
{
    public static readonly Decision Same = new(StepOp.Same);

    /// <summary>Changed top-level properties.</summary>
    public ImmutableArray<string> Changed { get; init; } = [];

    /// <summary>What forces a replacement.</summary>
    public ImmutableArray<string> Forcing { get; init; } = [];

    /// <summary>Differences by path. Default: none were looked for.</summary>
    public ImmutableSortedDictionary<string, PropertyDifference>? Detailed { get; init; }

    /// <summary>A replacement for a reason outside the resource's own properties, or for none that has a name.</summary>
    public static Decision Replace(params ImmutableArray<string> forcing) => new(StepOp.Replace) { Forcing = forcing };
}
