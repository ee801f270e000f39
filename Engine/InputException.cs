using System.Collections.Immutable;

namespace Engine;

/// <summary>What the user gave cannot be used. Carries every problem found, never only the first; shown without a stack trace, exit code 2.</summary>
/// <param name="subject">Who has the problems, for example <c>Pulumi.prod.yaml</c>.</param>
/// <param name="problems">Each as <c>path: got, want; way out</c>.</param>
public sealed class InputException(string subject, ImmutableArray<string> problems) : Exception(Text(subject, problems))
{
    /// <summary>Who has the problems.</summary>
    public string Subject { get; } = subject;

    /// <summary>The problems, in the order in which the user would meet them.</summary>
    public ImmutableArray<string> Problems { get; } = problems;

    private static string Text(string subject, ImmutableArray<string> problems) =>
        $"{subject}: {problems.Length} problem{(problems.Length == 1 ? "" : "s")}\n  " + string.Join("\n  ", problems);
}
