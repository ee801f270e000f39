using System.Collections.Immutable;

namespace Conformance.Tests.Recording;

/// <summary>Something that can be compared between two runs: a call of a program, or a step of a plan.</summary>
/// <param name="Kind">The method's name, or the step's operation.</param>
/// <param name="Subject">Whom it is about, the same in every language: type and name, URN, or token.</param>
/// <param name="Fields">What it says, by field path; fields at their default are absent.</param>
internal sealed record Fact(string Kind, string Subject, ImmutableSortedDictionary<string, string> Fields)
{
    public override string ToString() => $"{Kind} {Subject}";
}
