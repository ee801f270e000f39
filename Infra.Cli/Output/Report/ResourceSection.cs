using Review.Model;

namespace Infra.Cli.Output.Report;

/// <summary>The resources by component, to be searched and filtered, and beside them all that is known of the one that is chosen.</summary>
internal sealed class ResourceSection(ReportPage page) : ReportSection(page, "resources", "Resources")
{
    private readonly List<PlanNode> _roots = PlanNode.Forest(page.Report.Plan);

    /// <inheritdoc/>
    protected override string Lead =>
        $"{Words.Count(Report.Model.Resources.Count(resource => resource.State.Custom), "resource")} by component. What AWS makes up is written as <resource.output>.";

    /// <inheritdoc/>
    protected override void Body(Html html)
    {
        Tools(html);
        html.Open("div", ("class", "split"));
        html.Open("div", ("class", "tree-side"));
        html.Add("p", "", ("id", "found"), ("class", "found"), ("role", "status"), ("aria-live", "polite"));
        new ResourceTree(Page).Write(html, _roots);
        html.Close();
        html.Open("aside", ("id", "panel"), ("class", "panel"), ("aria-label", "Properties of the resource"));
        html.Open("div", ("class", "panel-tools needs-script"));
        html.Add("button", "Close", ("type", "button"), ("id", "close-panel"));
        html.Close().Line();
        html.Open("div", ("class", "panel-hint needs-script")).Add("h3", "Nothing chosen");
        html.Add("p", "Choose a resource in the tree, or a box in the picture, to see its properties here.").Close().Line();
        var article = new ResourceArticle(Page);
        foreach (var node in Flat(_roots))
            if (Report.Model.Find(node.Step.Urn) is { } resource)
                article.Write(html, resource, node);
        html.Close().Close().Line();
    }

    private void Tools(Html html)
    {
        html.Open("form", ("id", "tools"), ("class", "tools needs-script"), ("role", "search"), ("aria-label", "Resources"));
        html.Open("label", ("class", "grow")).Add("span", "Search");
        html.Void(
            "input",
            ("id", "search"),
            ("type", "search"),
            ("placeholder", "name, type, address, any value"),
            ("autocomplete", "off"),
            ("spellcheck", "false"),
            ("aria-keyshortcuts", "/")
        );
        html.Close();
        Choice(html, "by-type", "Type", "All types", Services().Select(service => (service, service)));
        if (Report.Changes is not null)
            Choice(html, "by-change", "Change", "All", ResourceTree.ChangeWords.Where(word => Has(word.Key)));
        Choice(html, "by-finding", "Guardrails", "All", ResourceTree.FindingWords);
        html.Open("label", ("class", "check"))
            .Void("input", ("id", "in-values"), ("type", "checkbox"))
            .Add("span", "Values too")
            .Close();
        html.Add("button", "Clear", ("type", "reset"));
        html.Close().Line();
    }

    private static void Choice(Html html, string id, string label, string all, IEnumerable<(string Key, string Text)> options)
    {
        html.Open("label").Add("span", label).Open("select", ("id", id)).Add("option", all, ("value", ""));
        foreach (var (key, text) in options)
            html.Add("option", text, ("value", key));
        html.Close().Close();
    }

    private bool Has(string change) => Page.Steps.Values.Any(step => ResourceTree.Change(step) == change);

    private IEnumerable<string> Services() =>
        Flat(_roots)
            .Where(node => !node.IsComponent)
            .Select(node => ResourceTree.Service(node.Step.State.Type))
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static IEnumerable<PlanNode> Flat(IEnumerable<PlanNode> nodes)
    {
        foreach (var node in nodes)
        {
            yield return node;
            foreach (var child in Flat(node.Children))
                yield return child;
        }
    }
}
