using System.Diagnostics;
using Engine.Documents;
using Infra.Cli.Commands;
using Infra.Cli.Output;
using Infra.Cli.Output.Cost;
using Infra.Cli.Output.Guardrails;
using Review.Model;

namespace Infra.Cli.Previews;

/// <summary>Tells what came of previews, and judges them.</summary>
internal sealed class PreviewReport(Screen screen, PreviewRequest asked)
{
    /// <summary>Tells of one stack: warnings, the document, the tree.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="started">When it began, for the time at the end.</param>
    public void Tell(StackOutcome outcome, long started)
    {
        var plan = outcome.Result.Plan;
        var which = asked.All ? $"{plan.Stack}: " : "";
        foreach (var warning in outcome.Warnings)
            screen.Error.WriteLine($"warning: {which}{warning}", Style.Change);
        if (asked.Json)
            screen.WriteDocument(stream => PreviewDocument.Write(stream, StandIns.Forget(plan)));
        if (outcome.HasNoPlan || asked.Markdown)
            return;
        TellPeople(screen.People(asked.Json), outcome, started);
        if (asked.All)
            screen.People(asked.Json).WriteLine();
    }

    /// <summary>Tells people of one stack: dangers, tree, counts, guardrails, cost.</summary>
    /// <param name="people">Where to.</param>
    /// <param name="outcome">What came of it; there is a plan.</param>
    /// <param name="started">When it began, for the time at the end.</param>
    /// <param name="remark">What it was made from. Default: nothing was contacted.</param>
    public void TellPeople(Terminal people, StackOutcome outcome, long started, string remark = PlanReport.Offline)
    {
        // On the other processor, while the tree is written here.
        var judgements = Task.Run(() => Judgements(outcome));
        PlanReport.Write(people, outcome.Result.Plan, outcome.Compares, asked.Detail, asked.Filter, Told(judgements), remark);
        people.WriteLine(Words.Time(Stopwatch.GetElapsedTime(started)), Style.Faint);
    }

    // Asked for only when everything above has been written.
    private static IEnumerable<(string Label, Line Text)> Told(Task<List<(string Label, Line Text)>> judgements)
    {
        foreach (var line in judgements.GetAwaiter().GetResult())
            yield return line;
    }

    private static List<(string Label, Line Text)> Judgements(StackOutcome outcome)
    {
        var lines = new List<(string, Line)>();
        if (outcome.Guardrails is { } report)
            lines.Add(PreviewGuardrails.Of(report));
        if (outcome.Cost is { } cost)
            lines.Add(PreviewCost.Of(cost, outcome.CostBefore));
        return lines;
    }

    /// <summary>Tells what is wrong with the plans, and returns the worst exit code.</summary>
    public int Verdict(IReadOnlyCollection<StackOutcome> outcomes)
    {
        var code = ExitCodes.Fine;
        foreach (var outcome in outcomes)
            code = Math.Max(
                code,
                outcome.HasNoPlan
                    ? PreviewFailure.Tell(screen.Error, outcome.Target.File.FileName, outcome.Result)
                    : PreviewFailure.Verdict(screen.Error, outcome.Result, asked.Approved)
            );
        // Where a plan is missing nobody knows what it would have destroyed.
        if (outcomes.Any(outcome => outcome.HasNoPlan))
            return code;
        var idle = Approvals.Idle([.. outcomes.Select(outcome => outcome.Changes)], asked.Approved);
        foreach (var name in idle)
            screen.Error.WriteLine(
                $"--approve-replace {ValueText.Quoted(name)}: got a name of nothing whose data would be destroyed, want one that the plan lists there; leave it out, or correct it",
                Style.Danger
            );
        return idle.Count == 0 ? code : Math.Max(code, ExitCodes.BadInput);
    }
}
