using Engine.Planning;
using Engine.Previewing;
using Review.Changes;

namespace Infra.Cli.Output;

/// <summary>The end of a preview that is not simply fine, in text and exit code.</summary>
internal static class PreviewFailure
{
    /// <summary>Tells why there is no plan.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="stackFile">The stack's file: when the program complains of nothing else, the input is bad and not the program.</param>
    /// <param name="result">What came of it.</param>
    public static int Tell(Terminal terminal, string stackFile, PreviewResult result)
    {
        var problems = result.Problems;
        var ofInput =
            problems.Length > 0 && problems.All(problem => problem.Message.StartsWith($"{stackFile}:", StringComparison.Ordinal));
        if (ofInput)
        {
            foreach (var problem in problems)
                terminal.WriteLine(problem.Message.TrimEnd());
            return ExitCodes.BadInput;
        }
        DiagnosticText.Write(terminal, result.Plan.Diagnostics);
        var registered = result.Plan.Steps.Count(step => !step.Internal);
        terminal.WriteLine(
            $"{result.Plan.Stack}: the program failed; {Words.Count(registered, "resource")} had been registered, so there is no plan",
            Style.Danger
        );
        return ExitCodes.ProgramFailed;
    }

    /// <summary>Judges a plan that is complete: errors in it, and data it would destroy without approval.</summary>
    public static int Verdict(Terminal terminal, PreviewResult result, IReadOnlyCollection<string> approved)
    {
        if (result.Failed)
        {
            DiagnosticText.Write(terminal, result.Problems);
            terminal.WriteLine($"{result.Plan.Stack}: the plan has {Words.Count(result.Problems.Length, "error")}", Style.Danger);
            return result.Plan.Steps.Any(RemovesProtected) ? ExitCodes.Refused : ExitCodes.ProgramFailed;
        }
        var unapproved = Approvals.Missing(new PlanChanges(result.Plan), approved);
        if (unapproved.Count == 0)
            return ExitCodes.Fine;
        terminal.WriteLine(
            $"{result.Plan.Stack}: refused, {Words.Count(unapproved.Count, "step")} would destroy data; to go ahead anyway:",
            Style.Danger
        );
        terminal.WriteLine($"  {string.Join(' ', unapproved.Select(Replacement.Approval).Distinct())}");
        return ExitCodes.Refused;
    }

    private static bool RemovesProtected(PlanStep step) =>
        step is { Op: StepOp.Delete or StepOp.Replace, Old.Protect: true, New: null or { Protect: true } };
}
