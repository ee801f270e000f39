using System.Collections.Immutable;
using Engine.Planning;

namespace Engine.Previewing;

/// <summary>What came of a preview. Every text in it has its secrets masked.</summary>
/// <param name="Plan">The plan, as far as the program came.</param>
/// <param name="Failed">Whether the program or a check failed; the plan is then not to be relied on.</param>
/// <param name="ExitCode">The program's exit code; nothing when it had to be stopped.</param>
public sealed record PreviewResult(Plan Plan, bool Failed, int? ExitCode)
{
    /// <summary>Why it failed.</summary>
    public ImmutableArray<Diagnostic> Problems =>
        [.. Plan.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)];
}
