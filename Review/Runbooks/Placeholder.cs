using System.Collections.Immutable;

namespace Review.Runbooks;

/// <summary>A name in braces in a runbook, and what it stands for in a stack.</summary>
/// <param name="Name">The name, without braces.</param>
/// <param name="Meaning">What it is, for the list in docs/runbooks/README.md.</param>
/// <param name="Sources">The resources that have it; in a line of several names the first that they share counts. None: the stack itself has it.</param>
internal sealed record Placeholder(string Name, string Meaning, ImmutableArray<Source> Sources);
