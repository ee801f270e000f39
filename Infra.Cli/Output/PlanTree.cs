using Engine.Model;
using Engine.Planning;
using Review.Changes;

namespace Infra.Cli.Output;

/// <summary>How much of a plan is shown.</summary>
/// <param name="Diff">Changed resources property by property.</param>
/// <param name="Expand">Every resource with every property.</param>
internal sealed record TreeDetail(bool Diff = false, bool Expand = false);

/// <summary>The resources of a plan by component: what people think in comes first, and a number says what is folded away.</summary>
internal sealed class PlanTree
{
    // Enough to recognise a component by; the rest is one --expand away.
    private const int NewRows = 8;
    private const int ChangedRows = 50;
    private const string Providers = "pulumi:providers:";

    private readonly TreeDetail _detail;
    private readonly bool _compares;
    private readonly TreeRows _rows = new();

    private PlanTree(TreeDetail detail, bool compares) => (_detail, _compares) = (detail, compares);

    /// <summary>Writes the tree.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="roots">The forest to show.</param>
    /// <param name="compares">Whether the plan was made against a baseline, so that what is unchanged is what is boring.</param>
    /// <param name="detail">How much of it.</param>
    public static void Write(Terminal terminal, IReadOnlyList<PlanNode> roots, bool compares, TreeDetail detail)
    {
        var tree = new PlanTree(detail, compares);
        tree.Level(roots, null, 0, "");
        tree._rows.Write(terminal);
    }

    private void Level(IReadOnlyList<PlanNode> nodes, PlanNode? above, int depth, string rowPrefix)
    {
        var resources = new List<PlanNode>();
        var components = new List<PlanNode>();
        Split(nodes, resources, components);
        Resources(resources, above, rowPrefix);
        foreach (var component in components)
            Component(component, depth);
    }

    // Resources whose parent is a resource are listed beside it unless everything is shown: people look for components.
    private static void Split(IReadOnlyList<PlanNode> nodes, List<PlanNode> resources, List<PlanNode> components)
    {
        foreach (var node in nodes)
        {
            (node.IsComponent ? components : resources).Add(node);
            if (!node.IsComponent)
                Split(node.Children, resources, components);
        }
    }

    private void Component(PlanNode node, int depth)
    {
        var indent = new string(' ', depth * 2);
        var unchanged = node.Changes == 0 && !_detail.Expand;
        var right = new Line();
        if (node.Resources > 0)
            right.Add(Words.Count(node.Resources, "resource") + (unchanged ? ", unchanged" : ""), Style.Faint);
        _rows.Add(Head(indent, node.Step, node.Step.State.Name, unchanged ? Style.Faint : Style.Strong), right);
        if (!unchanged)
            Level(node.Children, node, depth + 1, indent + "│ ");
    }

    private void Resources(List<PlanNode> nodes, PlanNode? above, string prefix)
    {
        var limit =
            _detail.Expand ? int.MaxValue
            : above is null || _compares ? ChangedRows
            : NewRows;
        var wanted = 0;
        foreach (var node in nodes)
            if (Telling(node, above) is { } telling && wanted++ < limit)
                Resource(node, above, prefix, telling);
        _rows.EndTable();
        // What was not wanted at all needs no line: the component says how many there are.
        if (wanted > limit)
            _rows.Add(new Line().Add(prefix, Style.Faint).Add($"  … and {wanted - limit} more", Style.Faint));
    }

    // Null: folded. Otherwise the cells to its right.
    private string[]? Telling(PlanNode node, PlanNode? above)
    {
        var step = node.Step;
        if (step.Op is StepOp.Same)
            return _detail.Expand ? TellingProperties.Of(step.State) : null;
        if (step.Op is not StepOp.Create)
            return [];
        // Where resources come from is no news until it changes.
        if (step.State.Type.StartsWith(Providers, StringComparison.Ordinal) && !_detail.Expand && !_compares)
            return null;
        var cells = TellingProperties.Of(step.State);
        var wanted = _detail.Expand || _detail.Diff || _compares || above is null || cells.Length > 0;
        return wanted ? cells : null;
    }

    private void Resource(PlanNode node, PlanNode? above, string prefix, string[] telling)
    {
        var step = node.Step;
        var name = above is null || _detail.Expand ? step.State.Name : Names.Below(above.Step.State.Name, step.State.Name);
        var head = Head(prefix, step, name, Style.Plain);
        if (step.Op is StepOp.Create or StepOp.Same)
            _rows.Add(head, step.State.Type, telling);
        else
            _rows.Add(head, _detail.Diff || _detail.Expand ? new Line() : Summary(step));
        if (_detail.Expand || (_detail.Diff && step.Op is StepOp.Create or StepOp.Import))
            Properties(step, prefix);
        else if (_detail.Diff)
            foreach (var change in StepChanges.Of(step))
                _rows.Add(Changed(prefix, change, 200));
    }

    private void Properties(PlanStep step, string prefix)
    {
        foreach (var change in step.Op is StepOp.Update or StepOp.Replace ? StepChanges.Of(step) : [])
            _rows.Add(Changed(prefix, change, int.MaxValue));
        foreach (var line in PropertyLines.Of(step.State, "    "))
            _rows.Add(new Line().Add(prefix, Style.Faint).Add(line));
    }

    private static Line Changed(string prefix, Change change, int length) =>
        new Line()
            .Add(prefix, Style.Faint)
            .Add("    ")
            .Add(ChangeText.Of(change, length))
            .Add(change.Replaces ? "  replaces it" : "", Style.Danger);

    private static Line Summary(PlanStep step)
    {
        var line = new Line();
        if (step.Op is StepOp.Import or StepOp.Read && (step.State.ImportId ?? step.State.Id) is { } id)
            line.Add($"{step.Op.Word()} {id}  ", Style.Faint);
        var changes = StepChanges.Of(step);
        foreach (var change in changes.Take(2))
            line.Add(line.Length == 0 ? "" : ", ").Add(ChangeText.Of(change, 32));
        return changes.Count > 2 ? line.Add($" and {changes.Count - 2} more", Style.Faint) : line;
    }

    private static Line Head(string prefix, PlanStep step, string name, Style style)
    {
        var line = new Line().Add(prefix, Style.Faint).Add(step.Op.Sign(), step.Op.Style()).Add(" ");
        line.Add(Names.Type(step.State.Type), Style.Faint).Add(" ");
        return line.Add(name, step.Op is StepOp.Create or StepOp.Same ? style : step.Op.Style());
    }
}
