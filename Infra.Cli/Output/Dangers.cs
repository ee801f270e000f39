using Engine.Planning;

namespace Infra.Cli.Output;

/// <summary>What a plan takes away, spelled out before everything else: first what destroys data, then other replacements, then deletions.</summary>
internal sealed class Dangers
{
    private readonly Plan _plan;
    private readonly List<PlanStep> _destroying = [];
    private readonly List<PlanStep> _replaced = [];
    private readonly List<PlanStep> _deleted = [];

    /// <summary>Sorts the steps of a plan.</summary>
    public Dangers(Plan plan)
    {
        _plan = plan;
        foreach (var step in plan.Steps)
            if (!step.Internal && step.Op is StepOp.Replace or StepOp.Delete)
                (
                    Loss(step) is not null ? _destroying
                    : step.Op == StepOp.Replace ? _replaced
                    : _deleted
                ).Add(step);
    }

    /// <summary>Steps that destroy data and that no approval names, by resource name.</summary>
    public IReadOnlyList<PlanStep> Unapproved(IReadOnlyCollection<string> approved) =>
        [.. _destroying.Where(step => !approved.Contains(step.State.Name) && !approved.Contains(step.Urn))];

    /// <summary>Writes the section; nothing where nothing is taken away.</summary>
    public void Write(Terminal terminal)
    {
        Section(terminal, _destroying, Title(_destroying), Style.Danger, loses: true);
        Section(terminal, _replaced, Words.Count(_replaced.Count, "replacement"), Style.Change, loses: false);
        Section(terminal, _deleted, Words.Count(_deleted.Count, "deletion"), Style.Change, loses: false);
    }

    /// <summary>Whether a diagnostic says what this section says already.</summary>
    public bool Covers(Diagnostic diagnostic) =>
        diagnostic.Severity == Severity.Warning
        && _destroying.Any(step =>
            step.Urn == diagnostic.Urn && diagnostic.Message.EndsWith($"it loses {Loss(step)}", StringComparison.Ordinal)
        );

    private static string? Loss(PlanStep step) =>
        step.Old is { RetainOnDelete: true } ? null : StatefulTypes.Loss(step.State.Type);

    private static string Title(List<PlanStep> steps)
    {
        var replacements = steps.Count(step => step.Op == StepOp.Replace);
        var deletions = steps.Count - replacements;
        var parts = new List<string>(2);
        if (replacements > 0)
            parts.Add(Words.Count(replacements, "replacement"));
        if (deletions > 0)
            parts.Add(Words.Count(deletions, "deletion"));
        return $"{string.Join(" and ", parts)} {(steps.Count == 1 ? "destroys" : "destroy")} data";
    }

    private void Section(Terminal terminal, List<PlanStep> steps, string title, Style style, bool loses)
    {
        if (steps.Count == 0)
            return;
        terminal.WriteLine($"! {title}", style);
        var dependents = Dependents(steps);
        foreach (var step in steps)
        {
            var head = new Line().Add("  ").Add(step.Op.Sign(), step.Op.Style()).Add(" ");
            head.Add($"{Names.Type(step.State.Type)} {step.State.Name}", Style.Strong);
            if (Reason(step) is { Length: > 0 } reason)
                head.PadTo(48).Add(reason);
            terminal.WriteLine(head, cut: false);
            if (loses)
                terminal.WriteLine(new Line().Add("     lost with it: ").Add(Loss(step)!, Style.Danger), cut: false);
            if (dependents[step.Urn] is { Count: > 0 } after)
                terminal.WriteLine($"     after it: {Types(after)} that depend{(after.Count == 1 ? "s" : "")} on it");
        }
        terminal.WriteLine();
    }

    private static Line Reason(PlanStep step)
    {
        var line = new Line();
        if (step.Op != StepOp.Replace)
            return line;
        var forcing = Difference.Of(step).Where(difference => difference.Kind.Replaces()).ToList();
        foreach (var difference in forcing.Take(3))
            line.Add(line.Length == 0 ? "" : ", ").Add(difference.Text(48));
        return forcing.Count == 0 && step.ReplaceReasons.Length > 0
            ? line.Add($"because of {string.Join(", ", step.ReplaceReasons)}")
            : line;
    }

    // One pass over the plan for all of them.
    private Dictionary<string, List<PlanStep>> Dependents(List<PlanStep> steps)
    {
        var found = new Dictionary<string, List<PlanStep>>(StringComparer.Ordinal);
        foreach (var step in steps)
            found.TryAdd(step.Urn, []);
        foreach (var step in _plan.Steps)
            if (!step.Internal && step.Op is not StepOp.Delete)
                foreach (
                    var urn in step
                        .State.Dependencies.Concat(step.State.PropertyDependencies.Values.SelectMany(urns => urns))
                        .Distinct()
                )
                    if (found.TryGetValue(urn, out var list))
                        list.Add(step);
        return found;
    }

    private static string Types(List<PlanStep> steps) =>
        string.Join(
            ", ",
            steps
                .CountBy(step => Names.Type(step.State.Type))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{pair.Value} {pair.Key}")
        );
}
