using System.Collections.Immutable;

namespace Review.Runbooks;

/// <summary>A section of a page.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Anchor">How links name it.</param>
/// <param name="Lines">What stands in it.</param>
public sealed record RunbookSection(string Title, string Anchor, ImmutableArray<string> Lines);
