using System.Collections.Immutable;
using Engine.Planning;
using Review.Changes;

namespace Infra.Cli.Output;

/// <summary>
/// What a plan takes away or opens, spelled out before everything else: first what destroys data, then other replacements, then deletions, then
/// what lets somebody do more than before.
/// </summary>
internal static class Dangers
{
    /// <summary>Writes the section; nothing where nothing is taken away or opened.</summary>
    public static void Write(Terminal terminal, PlanChanges changes)
    {
        Section(terminal, changes, changes.Destroying, Title(changes.Destroying), Style.Danger);
        Section(terminal, changes, changes.Replaced, Words.Count(changes.Replaced.Length, "replacement"), Style.Change);
        Section(terminal, changes, changes.Deleted, Words.Count(changes.Deleted.Length, "deletion"), Style.Change);
        Broadened(terminal, changes);
    }

    /// <summary>Whether a diagnostic says what this section says already.</summary>
    public static bool Cover(PlanChanges changes, Diagnostic diagnostic) =>
        diagnostic.Severity == Severity.Warning
        && changes.Destroying.Any(step =>
            step.Urn == diagnostic.Urn && diagnostic.Message.EndsWith($"it loses {changes.Loss(step)}", StringComparison.Ordinal)
        );

    /// <summary><c>1 replacement and 2 deletions destroy data</c>.</summary>
    public static string Title(ImmutableArray<PlanStep> steps)
    {
        var replacements = steps.Count(step => step.Op == StepOp.Replace);
        var deletions = steps.Length - replacements;
        var parts = new List<string>(2);
        if (replacements > 0)
            parts.Add(Words.Count(replacements, "replacement"));
        if (deletions > 0)
            parts.Add(Words.Count(deletions, "deletion"));
        return $"{string.Join(" and ", parts)} {(steps.Length == 1 ? "destroys" : "destroy")} data";
    }

    private static void Section(Terminal terminal, PlanChanges changes, ImmutableArray<PlanStep> steps, string title, Style style)
    {
        if (steps.IsEmpty)
            return;
        terminal.WriteLine($"! {title}", style);
        foreach (var step in steps)
        {
            var head = new Line().Add("  ").Add(step.Op.Sign(), step.Op.Style()).Add(" ");
            head.Add($"{Names.Type(step.State.Type)} {step.State.Name}", Style.Strong);
            if (Reason(step) is { Length: > 0 } reason)
                head.PadTo(48).Add(reason);
            terminal.WriteLine(head, cut: false);
            if (changes.Loss(step) is { } loss)
                terminal.WriteLine(new Line().Add("     lost with it: ").Add(loss, Style.Danger), cut: false);
            if (changes.After(step) is { Count: > 0 } after)
                terminal.WriteLine($"     after it: {Nouns.Count(after.Select(it => it.State))}");
            foreach (var page in Replacement.Runbooks(step))
                terminal.WriteLine($"     what to do instead: {page}");
            if (changes.Loss(step) is not null)
                terminal.WriteLine($"     to go ahead anyway: {Replacement.Approval(step)}", Style.Faint);
        }
        terminal.WriteLine();
    }

    private static void Broadened(Terminal terminal, PlanChanges changes)
    {
        if (changes.Broadened.IsEmpty)
            return;
        terminal.WriteLine("! broadens access", Style.Change);
        foreach (var found in changes.Broadened)
            terminal.WriteLine(
                new Line()
                    .Add("  ")
                    .Add(Names.Of(found.Urn), Style.Strong)
                    .Add($"  {found.Path}: ")
                    .Add("+ ", Style.Good)
                    .Add(Review.Model.StandIns.Readable(found.What), Style.Good),
                cut: false
            );
        terminal.WriteLine();
    }

    private static Line Reason(PlanStep step)
    {
        var line = new Line();
        if (step.Op != StepOp.Replace)
            return line;
        var forcing = StepChanges.Of(step).Where(change => change.Replaces).ToList();
        foreach (var change in forcing.Take(3))
            line.Add(line.Length == 0 ? "" : ", ").Add(ChangeText.Of(change, 48));
        if (forcing.Count == 0 && step.ReplaceReasons.Length > 0)
            line.Add($"because of {string.Join(", ", step.ReplaceReasons)}");
        return Replacement.Why(step) is { } why ? line.Add($" ({why})", Style.Faint) : line;
    }
}
