using System.Collections.Immutable;

namespace Review.Runbooks;

/// <summary>A section with the names of a stack in it.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Anchor">How links name it.</param>
/// <param name="Lines">What stands in it.</param>
/// <param name="Alarms">The alarms of the stack that lead here.</param>
public sealed record FilledSection(string Title, string Anchor, ImmutableArray<string> Lines, ImmutableArray<string> Alarms);
