using System.Collections.Immutable;

namespace Infra.Tests.Edge.Replay;

/// <summary>What became of a request.</summary>
/// <param name="Counted">Rules that matched and only counted.</param>
/// <param name="BlockedBy">The rule that ended it; nothing when it passed.</param>
internal sealed record Verdict(ImmutableSortedSet<string> Counted, string? BlockedBy)
{
    public override string ToString() =>
        $"{(BlockedBy is null ? "passes" : $"blocked by {BlockedBy}")}, counted: {(Counted.IsEmpty ? "none" : string.Join(' ', Counted))}";
}
