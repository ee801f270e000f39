using Infra.Cli.Commands;
using Infra.Cli.Output;
using Infra.Cli.Output.Cost;
using Infra.Cli.Output.Markdown;
using Infra.Cli.Revisions;

namespace Infra.Cli.Previews;

/// <summary>The comment for a pull request that previews lead to.</summary>
internal static class PreviewComment
{
    /// <summary>The comment.</summary>
    public static string Of(PreviewRequest asked, IReadOnlyList<StackOutcome> outcomes, RevisionPlans? revision)
    {
        var remarks = new List<string>();
        if (asked.All && revision is not null)
            foreach (var gone in revision.Gone(outcomes[0].Target.Project))
                remarks.Add($"The file of stack {gone} is gone; what it deployed stays until somebody destroys it.");
        var command = asked.Against is { } name
            ? $"infra preview {{0}} --against {Escaped(name)} --diff"
            : $"infra preview {{0}} --baseline {Escaped(Path.GetFileName(asked.Baseline!))} --diff";
        return PullRequestComment.Of([.. outcomes.Select(One)], command, remarks);
    }

    private static StackComment One(StackOutcome outcome) =>
        new()
        {
            Stack = outcome.Result.Plan.Stack,
            Changes = outcome.HasNoPlan ? null : outcome.Changes,
            Problems = [.. outcome.Result.Problems.Select(problem => problem.Message.TrimEnd())],
            Headline = outcome.HasNoPlan
                ? []
                : [.. GuardrailSections.Headline(outcome), .. PreviewCost.Headline(outcome.Cost, outcome.CostBefore)],
            Sections =
            [
                .. outcome.HasNoPlan ? [] : GuardrailSections.Of(outcome),
                .. outcome.Warnings.Count == 0
                    ? Array.Empty<CommentSection>()
                    :
                    [
                        new CommentSection(
                            "Warnings",
                            [.. outcome.Warnings.Select(warning => MarkdownText.Plain(warning))],
                            Folded: true
                        ),
                    ],
            ],
        };

    // The command is a format.
    private static string Escaped(string text) =>
        ValueText.Quoted(text).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
