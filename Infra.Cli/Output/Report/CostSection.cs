using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli.Output.Cost;
using Review.Cost;
using Review.Cost.Savings;

namespace Infra.Cli.Output.Report;

/// <summary>What the stack costs in a month: bars by component, the bill beneath, what is not priced, and what was assumed.</summary>
internal sealed class CostSection(ReportPage page) : ReportSection(page, "cost", "Cost")
{
    private readonly ImmutableArray<ComponentCost> _components = page.Report.Cost!.Components;

    private CostEstimate Cost => Report.Cost!;

    /// <inheritdoc/>
    protected override string Lead =>
        $"About {Money.Usd(Cost.Total)} in a month of 730 hours, before tax{(Cost.AtMost > Cost.Total ? $", {Money.Usd(Cost.AtMost)} at most" : "")}. "
        + $"Prices of {Cost.PricesOf:yyyy-MM-dd}, free tiers {(Cost.FreeTier ? "taken off" : "not taken off")}.";

    /// <inheritdoc/>
    protected override void Body(Html html)
    {
        foreach (var note in Cost.Notes)
            html.Add("p", note, ("class", "note"));
        if (Cost.UnverifiedPrices > 0)
            html.Add(
                "p",
                $"{Words.Count(Cost.UnverifiedPrices, "price")} still to be verified: the lines that use one are marked.",
                ("class", "note")
            );
        Chart(html);
        Bill(html);
        NotPriced(html);
        Savings(html);
        Assumed(html);
        Free(html);
    }

    private void Chart(Html html)
    {
        var most = _components.Select(component => component.Total).DefaultIfEmpty().Max();
        if (most <= 0)
            return;
        html.Open("figure", ("class", "chart"));
        html.Open("figcaption").Text("USD a month by component: ");
        html.Add("span", "fixed", ("class", "key fixed")).Text(" ").Add("span", "by usage", ("class", "key usage")).Close();
        html.Open("ul");
        foreach (var component in _components.Where(component => component.Total > 0))
        {
            html.Open("li");
            if (component.Component is { } resource)
                Page.Link(html, resource.Urn, Heading(component));
            else
                html.Add("span", Heading(component));
            Bar(html, component, most);
            html.Open("span", ("class", "number")).Text(Money.Cents(component.Total));
            html.Add("span", $" USD, {Money.Cents(component.Fixed)} of it fixed", ("class", "hidden")).Close().Close().Line();
        }
        html.Close().Close().Line();
    }

    private static void Bar(Html html, ComponentCost component, decimal most)
    {
        var (solid, whole) = (Share(component.Fixed, most), Share(component.Total, most));
        html.Open("svg", ("viewBox", "0 0 1000 10"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"));
        html.Void("rect", ("class", "usage"), ("width", whole), ("height", "10"));
        html.Void("rect", ("class", "fixed"), ("width", solid), ("height", "10"));
        html.Close();
    }

    private static string Share(decimal amount, decimal most) =>
        Math.Round(1000 * amount / most, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private void Bill(Html html)
    {
        html.Add("h3", "The bill, line by line");
        Tables.Filter(
            html,
            "bill-table",
            "Bill",
            "resource, price",
            "Depends on",
            ("Fixed", "Nothing: fixed"),
            ("Usage", "Usage")
        );
        Tables.Head(html, "bill-table", "The bill", "Resource", "Price", "Quantity", "USD a month");
        foreach (var component in _components)
        {
            html.Open("tbody")
                .Open("tr", ("class", "group"))
                .Add("th", Heading(component), ("scope", "rowgroup"), ("colspan", "3"));
            html.Add("td", Money.Cents(component.Total), ("class", "number")).Close();
            foreach (var item in component.Resources.SelectMany(resource => resource.Items))
                Row(html, item);
            html.Close().Line();
        }
        html.Open("tfoot").Open("tr").Add("th", "Total", ("scope", "row"), ("colspan", "3"));
        html.Add("td", Money.Cents(Cost.Total), ("class", "number")).Close().Close();
        html.Close().Line();
    }

    private void Row(Html html, CostItem item)
    {
        html.Open("tr", ("data-kind", item.Kind.ToString())).Open("th", ("scope", "row"));
        Page.Link(html, item.Resource.Urn, item.Resource.Name);
        html.Text(" ").Add("small", Names.Type(item.Resource.Type)).Close();
        html.Open("td", ("data-label", "Price")).Text(item.Price.Name);
        if (item.IsUnverified)
            html.Text(" ").Add("span", "unverified", ("class", "tag waived"), ("title", item.Price.Source));
        if (item.Note is { } note)
            html.Add("p", note);
        html.Close();
        html.Add("td", $"{Money.Number(item.Quantity)} {item.Price.Unit}", ("data-label", "Quantity"), ("class", "dim"));
        html.Open("td", ("data-label", "USD a month"), ("class", "number")).Text(Money.Cents(item.Amount));
        if (item.AtMost > item.Amount)
            html.Add("p", $"at most {Money.Cents(item.AtMost)}");
        html.Close().Close();
    }

    private void NotPriced(Html html)
    {
        if (Cost.NotPriced.IsEmpty)
            return;
        html.Add("h3", $"Not priced ({Words.Count(Cost.NotPricedResources, "resource")})", ("id", "not-priced"));
        Tables.Head(html, "not-priced-table", "What the total leaves out", "Resource", "What", "Why");
        html.Open("tbody");
        foreach (var left in Cost.NotPriced)
        {
            html.Open("tr").Open("th", ("scope", "row"));
            Page.Link(html, left.Resource.Urn, left.Resource.Name);
            html.Text(" ").Add("small", Names.Type(left.Resource.Type)).Close();
            html.Add("td", left.What, ("data-label", "What"))
                .Add("td", left.Why, ("data-label", "Why"), ("class", "dim"))
                .Close();
        }
        html.Close().Close().Line();
    }

    private void Savings(Html html)
    {
        if (Report.Savings is not { Savings.IsEmpty: false } report)
            return;
        html.Add("h3", "Could save", ("id", "savings"));
        Tables.Head(html, "savings-table", "What could be saved, each by itself", "What", "By", "But", "USD a month");
        html.Open("tbody");
        foreach (var saving in report.Savings)
        {
            html.Open("tr").Open("th", ("scope", "row")).Text(saving.Title);
            if (saving.IsPlanned)
                html.Text(" ")
                    .Add("span", "planned", ("class", "tag"), ("title", "The plan has it; the total does not count it"));
            html.Add("p", string.Join(", ", saving.Resources)).Close();
            html.Add("td", saving.How, ("data-label", "By"));
            html.Add("td", saving.TradeOff, ("data-label", "But"), ("class", "dim"));
            html.Open("td", ("data-label", "USD a month"), ("class", "number")).Text(SavingsRows.Text(saving));
            if (saving.IsUnverified)
                html.Text(" ").Add("span", "unverified", ("class", "tag waived"));
            html.Close().Close();
        }
        html.Close().Close().Line();
    }

    private void Assumed(Html html)
    {
        if (Cost.Usage.IsEmpty)
            return;
        html.Open("details").Open("summary").Add("h3", $"Assumed usage ({Cost.Usage.Length})").Close();
        Tables.Head(html, "usage-table", "Assumptions of usage", "What", "Amount", "From", "Why");
        html.Open("tbody");
        foreach (var usage in Cost.Usage)
        {
            html.Open("tr").Open("th", ("scope", "row")).Text(usage.Setting.Name);
            if (usage.Resource is { } resource)
                html.Text(" ").Add("small", resource);
            html.Add("p", usage.Setting.Meaning).Close();
            html.Add("td", $"{Money.Number(usage.Amount)} {usage.Setting.Unit}", ("data-label", "Amount"));
            html.Add("td", usage.Source, ("data-label", "From"), ("class", "dim"));
            html.Add("td", usage.Reason, ("data-label", "Why"), ("class", "dim")).Close();
        }
        html.Close().Close().Close().Line();
    }

    private void Free(Html html)
    {
        if (Cost.Free.IsEmpty)
            return;
        html.Open("details").Open("summary").Add("h3", $"Costs nothing by itself ({Cost.Free.Length})").Close();
        html.Open("ul", ("class", "steps columns"));
        foreach (var reason in Cost.Free.GroupBy(free => free.Reason))
            html.Open("li").Text(reason.Key).Text(" ").Add("small", Kinds(reason)).Close();
        html.Close().Close().Line();
    }

    // The area of a component is where it stands in the tree already.
    private static string Heading(ComponentCost component) =>
        component.Component is { } resource
            ? $"{resource.Type[(resource.Type.LastIndexOf(':') + 1)..]} {resource.Name}"
            : "in no component";

    private static string Kinds(IEnumerable<FreeResource> free) =>
        string.Join(
            ", ",
            free.GroupBy(one => Names.Type(one.Resource.Type))
                .Select(type => type.Count() == 1 ? type.Key : $"{type.Count()} × {type.Key}")
        );
}
