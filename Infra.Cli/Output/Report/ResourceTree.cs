using Engine.Planning;
using Infra.Cli.Output.Cost;
using Review.Guardrails;

namespace Infra.Cli.Output.Report;

/// <summary>
/// The resources by component, as the navigation tree of the ARIA Authoring Practices: a link for each, so that it works without a script too.
/// </summary>
internal sealed class ResourceTree(ReportPage page)
{
    /// <summary>What a deployment does to a resource, and how people say it.</summary>
    public static readonly (string Key, string Text)[] ChangeWords =
    [
        ("create", "New"),
        ("update", "Changed"),
        ("replace", "Replaced"),
        ("import", "Imported"),
        ("read", "Read"),
        ("same", "Unchanged"),
    ];

    /// <summary>What guardrails have to say of a resource, and how people say it.</summary>
    public static readonly (string Key, string Text)[] FindingWords =
    [
        ("fail", "Failed"),
        ("waived", "Waived"),
        ("unknown", "Cannot know"),
        ("any", "Any of these"),
    ];

    // USD a month; what costs less is in the bill.
    private const decimal LeastAmount = 1;

    /// <summary>Writes the tree.</summary>
    public void Write(Html html, IReadOnlyList<PlanNode> roots)
    {
        html.Open("ul", ("id", "tree"), ("class", "tree"), ("role", "tree"), ("aria-label", "Resources by component")).Line();
        foreach (var node in Sorted(roots))
            Node(html, node, null);
        html.Close().Line();
    }

    /// <summary>The first two parts of a type: <c>aws:ec2</c>.</summary>
    public static string Service(string type)
    {
        var parts = Names.Type(type).Split(':');
        return parts is ["pulumi", "providers", var package] ? $"provider:{package}" : string.Join(':', parts.Take(2));
    }

    /// <summary>What happens to the resource of a step, by one of <see cref="ChangeWords"/>.</summary>
    public static string Change(PlanStep step) => step.Op.Word();

    /// <summary>What guardrails have to say of it, by one of <see cref="FindingWords"/>.</summary>
    public static string Kind(Finding finding) =>
        finding.IsOpen ? "fail"
        : finding.IsWaived ? "waived"
        : "unknown";

    private void Node(Html html, PlanNode node, PlanNode? above)
    {
        var state = node.Step.State;
        var anchor = page.Anchors.Find(node.Step.Urn);
        var findings = page.Findings[node.Step.Urn].Select(Kind).Distinct().Order(StringComparer.Ordinal).ToList();
        var group = node.Children.Count > 0 ? $"g-{anchor}" : null;
        html.Open("li", ("role", "none"));
        html.Open(
            "a",
            ("role", "treeitem"),
            ("href", $"#{anchor}"),
            ("aria-expanded", group is null ? null : "true"),
            ("aria-owns", group),
            ("aria-selected", "false"),
            ("data-node", page.Picture?.Of(node.Step.Urn)),
            ("data-type", node.IsComponent ? null : Service(state.Type)),
            ("data-change", page.Steps.GetValueOrDefault(node.Step.Urn) is { } step ? Change(step) : null),
            ("data-finding", findings.Count == 0 ? null : string.Join(' ', findings))
        );
        html.Add("span", "", ("class", "twig"), ("aria-hidden", "true"));
        Title(html, node, above);
        if (TellingProperties.Of(state) is { Length: > 0 } telling)
            html.Text(" ").Add("span", string.Join(" · ", telling), ("class", "tell"));
        Tags(html, node);
        if (Count(node) is { Length: > 0 } counted)
            html.Text(" ").Add("span", counted, ("class", "count"));
        html.Close();
        if (group is not null)
        {
            html.Open("ul", ("role", "group"), ("id", group)).Line();
            foreach (var child in Sorted(node.Children))
                Node(html, child, node);
            html.Close();
        }
        html.Close().Line();
    }

    // Of components people know the type, of resources the name.
    private static void Title(Html html, PlanNode node, PlanNode? above)
    {
        var state = node.Step.State;
        var name = above is null ? state.Name : Names.Below(above.Step.State.Name, state.Name);
        var type = Names.Type(state.Type);
        html.Add(
            "span",
            node.IsComponent ? type[(type.LastIndexOf(':') + 1)..] : name,
            ("class", node.IsComponent ? "name component" : "name")
        );
        // Many components are called as the one they lie in.
        if (!node.IsComponent || name != above?.Step.State.Name)
            html.Text(" ").Add("span", node.IsComponent ? name : type, ("class", node.IsComponent ? "dim" : "type"));
    }

    private string Count(PlanNode node)
    {
        var amount = page.Amount(node);
        var money = amount < LeastAmount ? "" : Money.Usd(amount);
        var number = node.Resources == 0 ? "" : Words.Count(node.Resources, "resource");
        return money.Length == 0 || number.Length == 0 ? money + number : $"{number} · {money}";
    }

    private void Tags(Html html, PlanNode node)
    {
        if (page.Steps.GetValueOrDefault(node.Step.Urn) is { Op: not StepOp.Same } step)
            html.Text(" ").Add("span", Word(ChangeWords, Change(step)), ("class", $"tag {Change(step)}"));
        foreach (var (kind, words) in FindingWords)
            if (Number(node, kind) is > 0 and var number)
                html.Text(" ").Add("span", $"{number} {words.ToLowerInvariant()}", ("class", $"tag {kind}"));
    }

    // A component that is folded tells what lies in it.
    private int Number(PlanNode node, string kind) =>
        page.Findings[node.Step.Urn].Count(finding => Kind(finding) == kind)
        + (node.IsComponent ? node.Children.Sum(child => Number(child, kind)) : 0);

    private static string Word((string Key, string Text)[] words, string key) =>
        Array.Find(words, word => word.Key == key).Text ?? key;

    // As in the previews of the command: what a component has itself, then the components in it; where resources come from at the end.
    private static IEnumerable<PlanNode> Sorted(IReadOnlyList<PlanNode> nodes) =>
        nodes.OrderBy(node =>
            node.IsComponent ? 1
            : node.Step.State.Type.StartsWith(Engine.Model.Urns.ProviderPrefix, StringComparison.Ordinal) ? 2
            : 0
        );
}
