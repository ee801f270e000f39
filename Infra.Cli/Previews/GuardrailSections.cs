using Infra.Cli.Output;
using Infra.Cli.Output.Markdown;
using Review.Guardrails;
using Review.Guardrails.Waivers;

namespace Infra.Cli.Previews;

/// <summary>What a comment says of guardrails: rules that fail and did not before, and waivers that came, went or ran out.</summary>
internal static class GuardrailSections
{
    /// <summary>Words for the first line; none where no rule fails that did not before.</summary>
    public static IReadOnlyList<string> Headline(StackOutcome outcome) =>
        News(outcome).Select(finding => finding.Rule.Id).Distinct().Count() is > 0 and var rules
            ? [$"{Words.Count(rules, "guardrail")} {(rules == 1 ? "fails" : "fail")}"]
            : [];

    /// <summary>The sections; none where there is nothing to say.</summary>
    public static IEnumerable<CommentSection> Of(StackOutcome outcome)
    {
        var news = News(outcome);
        if (news.Count > 0)
            yield return new(
                outcome.GuardrailsBefore is null ? "Guardrails that fail" : "Guardrails that fail now and did not before",
                [.. news.GroupBy(finding => finding.Rule).Select(rule => Item(rule.Key, rule))]
            );
        var waivers = Waivers(outcome).ToList();
        if (waivers.Count > 0)
            yield return new("Waivers", waivers);
    }

    private static List<Finding> News(StackOutcome outcome)
    {
        var known = outcome.GuardrailsBefore?.Open.Select(Key).ToHashSet() ?? [];
        return [.. (outcome.Guardrails?.Open ?? []).Where(finding => !known.Contains(Key(finding)))];
    }

    private static (string Rule, string Urn) Key(Finding finding) => (finding.Rule.Id, finding.Resource.Urn);

    private static string Item(Guardrail rule, IEnumerable<Finding> findings) =>
        $"**{rule.Id}** {MarkdownText.Plain(rule.Title)} ({rule.Grade.ToString().ToLowerInvariant()})\n"
        + string.Concat(
            findings.Select(finding =>
                $"  - {MarkdownText.Code($"{Names.Type(finding.Resource.Type)} {finding.Resource.Name}")} {MarkdownText.Plain(finding.Verdict.Detail)}\n"
            )
        )
        + $"  - {MarkdownText.Plain(rule.Fix)}";

    private static IEnumerable<string> Waivers(StackOutcome outcome)
    {
        if (outcome.Waivers is not { } now || outcome.GuardrailsBefore is null)
            yield break;
        foreach (var waiver in now.Where(waiver => !outcome.WaiversBefore.Any(other => IsSame(waiver, other))))
            yield return $"added: {Text(waiver)}";
        foreach (var waiver in outcome.WaiversBefore.Where(waiver => !now.Any(other => IsSame(waiver, other))))
            yield return $"removed: {Text(waiver)}";
        foreach (var note in outcome.Guardrails?.Notes ?? [])
            yield return MarkdownText.Plain(note);
    }

    private static bool IsSame(Waiver left, Waiver right) => left.Rule == right.Rule && left.Resource == right.Resource;

    private static string Text(Waiver waiver) =>
        $"**{MarkdownText.Plain(waiver.Rule)}** on {MarkdownText.Code(waiver.Resource)}: {MarkdownText.Plain(waiver.Reason)} ({MarkdownText.Plain(waiver.Owner)}, until {waiver.Expires:yyyy-MM-dd})";
}
