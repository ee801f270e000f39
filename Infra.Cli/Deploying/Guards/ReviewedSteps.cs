using System.Collections.Immutable;
using Engine.Documents;
using Infra.Cli.Output;
using Infra.Cli.Previews;
using Infra.Cli.Stacks;

namespace Infra.Cli.Deploying.Guards;

/// <summary>Holds a deployment to the plan that somebody reviewed: the same steps, leading to the same resources.</summary>
internal static class ReviewedSteps
{
    private const int Shown = 10;

    /// <summary>What would be done and was not reviewed, or was reviewed and would not be done.</summary>
    /// <param name="target">The stack.</param>
    /// <param name="file">The saved plan.</param>
    /// <param name="now">What would be done.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Engine.InputException">The file is no plan of this stack.</exception>
    public static async Task<List<string>> ProblemsAsync(
        StackTarget target,
        string file,
        StackOutcome now,
        CancellationToken cancellationToken
    )
    {
        var reviewed = DeploymentDocument.Load(file);
        reviewed.Require(target.Project.Name, target.File.Stack);
        if (reviewed.Steps is not { } steps)
            throw new Engine.InputException(
                reviewed.FileName,
                [
                    reviewed.IsPlan
                        ? "got a plan that does not say its steps, an earlier infra saved it; save it again with infra preview --save"
                        : "got no saved plan, want one of infra preview --save",
                ]
            );
        var told = Steps(steps, PlannedStep.Of(now.Result.Plan)).ToList();
        var again = await UpReview.AgainstPlanAsync(target, file, cancellationToken);
        if (!again.HasNoPlan)
            told.AddRange(
                again
                    .Result.Plan.Steps.Where(Differs)
                    .Select(step => $"{Names.Of(step.Urn)}: other properties than were reviewed")
            );
        var problems = told.Distinct().ToList();
        if (problems.Count == 0)
            return [];
        var more = problems.Count > Shown ? [$"  and {problems.Count - Shown} more"] : Array.Empty<string>();
        return
        [
            string.Join(
                "\n",
                [
                    $"--plan: got {reviewed.FileName}, want the plan of what would be done now; preview, save and review it again",
                    .. problems.Take(Shown).Select(problem => $"  {problem}"),
                    .. more,
                ]
            ),
        ];
    }

    /// <summary>Where two lists of steps differ.</summary>
    internal static IEnumerable<string> Steps(ImmutableArray<PlannedStep> reviewed, ImmutableArray<PlannedStep> now)
    {
        var before = reviewed.ToLookup(step => step.Urn, StringComparer.Ordinal);
        var after = now.ToLookup(step => step.Urn, StringComparer.Ordinal);
        foreach (var urn in reviewed.Concat(now).Select(step => step.Urn).Distinct(StringComparer.Ordinal))
            if (!before[urn].SequenceEqual(after[urn]))
                yield return $"{Names.Of(urn)}: reviewed was {Words(before[urn])}, now it is {Words(after[urn])}";
    }

    private static bool Differs(Engine.Planning.PlanStep step) =>
        step is { Internal: false, Op: not Engine.Planning.StepOp.Same, State.Custom: true };

    private static string Words(IEnumerable<PlannedStep> steps)
    {
        var words = steps.Select(step => step.Paths.IsEmpty ? step.Op : $"{step.Op} of {string.Join(", ", step.Paths)}").ToList();
        return words.Count == 0 ? "nothing" : string.Join(" and ", words);
    }
}
