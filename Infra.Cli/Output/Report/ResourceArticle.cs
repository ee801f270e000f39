using Engine.Model;
using Engine.Planning;
using Infra.Cli.Output.Cost;
using Review.Changes;
using Review.Model;

namespace Infra.Cli.Output.Report;

/// <summary>All that is known of one resource: where it lies, what guardrails and plan say of it, its properties, and who uses it.</summary>
internal sealed class ResourceArticle(ReportPage page)
{
    private readonly Dictionary<Resource, List<Resource>> _usedBy = UsedBy(page.Report.Model);
    private readonly PropertyList _properties = new(page);

    /// <summary>Writes it.</summary>
    public void Write(Html html, Resource resource, PlanNode node)
    {
        var anchor = page.Anchors.Find(resource.Urn);
        html.Open("article", ("id", anchor), ("class", "resource"), ("tabindex", "-1"), ("aria-labelledby", $"h-{anchor}"));
        html.Add("p", Names.Type(resource.Type), ("class", "type"));
        html.Add("h3", resource.Name, ("id", $"h-{anchor}"));
        Where(html, resource, node);
        if (page.Picture?.Of(resource.Urn) is { } box)
            html.Open("p", ("class", "where to-picture"))
                .Add("a", "Show in the picture", ("href", $"#{PictureSection.Anchor(box)}"))
                .Close();
        Findings(html, resource);
        Changes(html, resource);
        Cost(html, resource);
        _properties.Write(html, resource);
        Inside(html, node);
        Users(html, resource);
        html.Close().Line();
    }

    private void Where(Html html, Resource resource, PlanNode node)
    {
        var above = new List<Resource>();
        for (var at = Above(resource); at is not null && at.Type != Urns.StackType; at = Above(at))
            above.Insert(0, at);
        if (above.Count > 0)
        {
            html.Open("p", ("class", "where")).Text("in ");
            for (var i = 0; i < above.Count; i++)
            {
                html.Text(i == 0 ? "" : " › ");
                page.Link(html, above[i].Urn, $"{Names.Type(above[i].Type)} {above[i].Name}");
            }
            html.Close();
        }
        if (node.IsComponent)
        {
            var cost = page.Report.Cost is null ? "" : $", {Money.Cents(page.Amount(node))} USD a month";
            html.Add("p", $"A component of {Words.Count(node.Resources, "resource")}{cost}.", ("class", "where"));
        }
        else if (resource.Region is { } region && region != resource.Stack.Config.GetValueOrDefault("aws:region"))
            html.Add("p", $"in the region {region}", ("class", "where"));
    }

    private void Findings(Html html, Resource resource)
    {
        var findings = page.Findings[resource.Urn].ToList();
        if (findings.Count == 0)
            return;
        html.Add("h4", "Guardrails").Open("ul", ("class", "plain"));
        foreach (var finding in findings)
        {
            var kind = ResourceTree.Kind(finding);
            html.Open("li").Add("span", GuardrailSection.Word(kind), ("class", $"tag {kind}"));
            html.Text(" ").Add("a", finding.Rule.Id, ("href", $"#{GuardrailSection.Anchor(finding.Rule, kind)}"));
            html.Text($" {finding.Verdict.Detail}");
            if (finding.Waiver is { } waiver && kind == "waived")
                html.Text(" ").Add("small", $"{waiver.Reason} ({waiver.Owner}, until {waiver.Expires:yyyy-MM-dd})");
            html.Close();
        }
        html.Close();
    }

    private void Changes(Html html, Resource resource)
    {
        if (page.Steps.GetValueOrDefault(resource.Urn) is not { Op: not (StepOp.Same or StepOp.Create) } step)
            return;
        html.Add("h4", "Changes");
        ChangeSection.Properties(html, step, int.MaxValue);
    }

    private void Cost(Html html, Resource resource)
    {
        var items = page.Costs[resource.Urn].ToList();
        var left = page.NotPriced[resource.Urn].ToList();
        if (items.Count == 0 && left.Count == 0)
            return;
        html.Add("h4", "Cost").Open("ul", ("class", "plain"));
        foreach (var item in items)
        {
            html.Open("li").Add("strong", $"{Money.Cents(item.Amount)} USD").Text($" {item.Price.Name} ");
            html.Add(
                "small",
                $"{Money.Number(item.Quantity)} {item.Price.Unit}{(item.IsUnverified ? ", price unverified" : "")}"
            );
            html.Close();
        }
        foreach (var one in left)
            html.Open("li").Text($"Not priced: {one.What} ").Add("small", one.Why).Close();
        html.Close();
    }

    private void Inside(Html html, PlanNode node)
    {
        if (node.Children.Count == 0)
            return;
        html.Add("h4", "Directly in it").Open("ul", ("class", "links"));
        foreach (var child in node.Children)
        {
            html.Open("li");
            page.Link(html, child.Step.Urn, child.Step.State.Name);
            html.Text(" ").Add("small", Names.Type(child.Step.State.Type)).Close();
        }
        html.Close();
    }

    private void Users(Html html, Resource resource)
    {
        if (!_usedBy.TryGetValue(resource, out var users))
            return;
        html.Add("h4", "Used by").Open("ul", ("class", "links"));
        foreach (var user in users)
        {
            html.Open("li");
            page.Link(html, user.Urn, user.Name);
            html.Text(" ").Add("small", Names.Type(user.Type)).Close();
        }
        html.Close();
    }

    private static Resource? Above(Resource resource) => resource.State.Parent is { } parent ? resource.Stack.Find(parent) : null;

    private static Dictionary<Resource, List<Resource>> UsedBy(StackModel model)
    {
        var found = new Dictionary<Resource, List<Resource>>();
        foreach (var user in model.Resources)
        {
            // Providers are behind everything, and say nothing of it.
            if (!user.State.Custom)
                continue;
            var seen = new HashSet<Resource>();
            foreach (var (property, _) in user.State.Inputs.Properties)
            foreach (var used in user.Referred(property))
                if (seen.Add(used))
                    if (found.TryGetValue(used, out var users))
                        users.Add(user);
                    else
                        found[used] = [user];
        }
        return found;
    }
}
