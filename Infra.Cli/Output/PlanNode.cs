using Engine.Planning;

namespace Infra.Cli.Output;

/// <summary>A step with the steps of its children beneath it.</summary>
internal sealed class PlanNode(PlanStep step)
{
    /// <summary>The step.</summary>
    public PlanStep Step { get; } = step;

    /// <summary>Those that name it as their parent, in the order of the plan.</summary>
    public List<PlanNode> Children { get; } = [];

    /// <summary>Whether it groups others rather than being a resource of a provider.</summary>
    public bool IsComponent => !Step.State.Custom;

    /// <summary>Resources of providers beneath it, itself left out.</summary>
    public int Resources { get; private set; }

    /// <summary>Those of them, itself included, to which something happens.</summary>
    public int Changes { get; private set; }

    /// <summary>The steps of a plan as a forest: the children of the stack, or whatever has no parent in the plan. Bookkeeping steps are left out.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="filter">Only types that begin with this text, and the components above them. Default: everything.</param>
    public static List<PlanNode> Forest(Plan plan, string? filter = null)
    {
        var nodes = new List<PlanNode>(plan.Steps.Length);
        var byUrn = new Dictionary<string, PlanNode>(plan.Steps.Length, StringComparer.Ordinal);
        foreach (var step in plan.Steps)
            if (!step.Internal)
            {
                var node = new PlanNode(step);
                nodes.Add(node);
                byUrn.TryAdd(step.Urn, node);
            }
        var roots = new List<PlanNode>();
        foreach (var node in nodes)
            if (node.Step.State.Parent is { } parent && byUrn.TryGetValue(parent, out var above) && above != node)
                above.Children.Add(node);
            else
                roots.Add(node);
        var shown = new List<PlanNode>(roots.Count);
        foreach (var root in roots)
            shown.AddRange(root.Step.State.Type == Engine.Model.Urns.StackType ? root.Children : [root]);
        if (filter is not null)
            shown = [.. shown.Where(node => node.Keep(filter))];
        foreach (var node in shown)
            node.Sum();
        return shown;
    }

    private bool Keep(string filter)
    {
        var matches = Matches(Step.State.Type, filter);
        if (!matches)
            Children.RemoveAll(child => !child.Keep(filter));
        return matches || Children.Count > 0;
    }

    private static bool Matches(string type, string filter) =>
        type.StartsWith(filter, StringComparison.OrdinalIgnoreCase)
        || Names.Type(type).StartsWith(filter, StringComparison.OrdinalIgnoreCase);

    private void Sum()
    {
        Changes = Step.Op == StepOp.Same ? 0 : 1;
        foreach (var child in Children)
        {
            child.Sum();
            Resources += child.Resources + (child.IsComponent ? 0 : 1);
            Changes += child.Changes;
        }
    }
}
