using System.Collections.Immutable;

namespace Review.Runbooks;

/// <summary>A page with the names of a stack in it, without what concerns other stacks only.</summary>
/// <param name="Name">Its file without the ending.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Intro">What stands before its first section.</param>
/// <param name="Sections">Its sections.</param>
public sealed record FilledPage(string Name, string Title, ImmutableArray<string> Intro, ImmutableArray<FilledSection> Sections);
