using Infra.Cli.Output;

namespace Infra.Cli.Deploying.Guards;

/// <summary>Ends a deployment before it has begun, with everything that keeps it from that.</summary>
internal static class Refusal
{
    /// <summary>Does nothing where there is no problem.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="problems">What keeps it; a problem may have lines of its own.</param>
    /// <exception cref="CommandException">There is a problem; exit code 3.</exception>
    public static void Throw(string stack, IEnumerable<string> problems)
    {
        var lines = problems.Distinct().ToList();
        if (lines.Count == 0)
            return;
        var text = string.Join('\n', lines.Select(line => $"  {line.Replace("\n", "\n  ", StringComparison.Ordinal)}"));
        throw new CommandException(
            ExitCodes.Refused,
            $"{stack}: refused, nothing was done; {Words.Count(lines.Count, "problem")}\n{text}"
        );
    }
}
