using System.Collections.Immutable;

namespace Engine.Planning;

/// <summary>What to plan differently.</summary>
public sealed record PlannerOptions
{
    /// <summary>URNs to replace whether or not they changed. Default: none.</summary>
    public ImmutableHashSet<string> Replace { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Whether protected resources may be deleted and replaced. Default: that is an error.</summary>
    public bool IgnoreProtect { get; init; }

    /// <summary>What the paths of assets are relative to. Default: the content of files is not looked at, only their names are compared.</summary>
    public string? Directory { get; init; }
}
