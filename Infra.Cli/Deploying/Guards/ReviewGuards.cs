using Engine.Planning;
using Infra.Cli.Output;
using Infra.Cli.Previews;
using Review.Guardrails;

namespace Infra.Cli.Deploying.Guards;

/// <summary>What in a review keeps a deployment from beginning.</summary>
internal static class ReviewGuards
{
    /// <summary>Everything that somebody has to repair, allow or approve first.</summary>
    public static IEnumerable<string> Problems(StackOutcome outcome, UpRequest asked)
    {
        foreach (var problem in outcome.Result.Failed ? outcome.Result.Problems : [])
            yield return Readable(problem);
        foreach (var finding in (outcome.Guardrails?.Open ?? []).Where(finding => finding.Rule.Grade == Grade.Critical))
            yield return $"guardrail {finding.Rule.Id} (critical): {Names.Of(finding.Resource.Urn)}: {finding.Verdict.Detail}; {finding.Rule.Fix} "
                + $"A waiver in {outcome.Target.File.FileName} lets it pass for a while";
        foreach (var step in Approvals.Missing(outcome.Changes, asked.ApprovedReplacements))
            yield return $"data: {Names.Of(step.Urn)} loses {outcome.Changes.Loss(step)}, want that approved; {Replacement.Approval(step)}";
        foreach (var name in Approvals.Idle([outcome.Changes], asked.ApprovedReplacements))
            yield return $"--approve-replace: got {ValueText.Quoted(name)}, want a name of something whose data would be destroyed; leave it out, or correct it";
        foreach (var problem in Broadening(outcome, asked.ApprovedBroadening))
            yield return problem;
    }

    private static string Readable(Diagnostic problem) =>
        problem.Urn is { } urn
            ? problem.Message.TrimEnd().Replace(urn, Names.Of(urn), StringComparison.Ordinal)
            : problem.Message.TrimEnd();

    private static IEnumerable<string> Broadening(StackOutcome outcome, IReadOnlyCollection<string> approved)
    {
        var broadened = outcome.Changes.Broadened.GroupBy(found => found.Urn).ToList();
        foreach (var found in broadened.Where(found => !approved.Any(name => Named(found.Key, name))))
            yield return $"access: {Names.Of(found.Key)} lets somebody do more than before (shown above), want that approved; --approve-broadening {ValueText.Quoted(Engine.Model.Urns.Name(found.Key))}";
        foreach (var name in approved.Where(name => !broadened.Any(found => Named(found.Key, name))).Distinct())
            yield return $"--approve-broadening: got {ValueText.Quoted(name)}, want a name of something that lets somebody do more than before; leave it out, or correct it";
    }

    private static bool Named(string urn, string name) => urn == name || Engine.Model.Urns.Name(urn) == name;
}
