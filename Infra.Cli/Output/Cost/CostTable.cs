using Infra.Cli.Commands;
using Review.Cost;

namespace Infra.Cli.Output.Cost;

/// <summary>Estimates for people: the sum on top, components below, then what was assumed and what is missing.</summary>
internal static class CostTable
{
    private const int RightColumn = 79;

    /// <summary>Writes the estimates.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<PricedStack> stacks, CostRequest asked)
    {
        if (stacks is [var only])
        {
            One(terminal, only, asked);
            return;
        }
        CostMatrix.Write(terminal, stacks, asked);
        if (asked.Expand)
            foreach (var stack in stacks)
            {
                terminal.WriteLine();
                One(terminal, stack, asked);
            }
    }

    /// <summary>Writes a line of each, beside a document.</summary>
    public static void Brief(Terminal terminal, IReadOnlyList<PricedStack> stacks, CostRequest asked)
    {
        foreach (var stack in stacks)
            terminal.WriteLine(
                new Line()
                    .Add(stack.Estimate.Stack, Style.Strong)
                    .Add(" ")
                    .Add(CostWords.Sum(stack.Estimate, asked.Jpy))
                    .Add($" · {CostWords.NotPriced(stack.Estimate)}"),
                cut: false
            );
    }

    private static void One(Terminal terminal, PricedStack stack, CostRequest asked)
    {
        var estimate = stack.Estimate;
        Header(terminal, stack);
        terminal.WriteLine();
        terminal.WriteLine(Capital(CostWords.Sum(estimate, asked.Jpy)), Style.Strong);
        terminal.WriteLine(CostWords.Trust(estimate), Style.Faint);
        foreach (var note in estimate.Notes.Append(stack.Budget))
            terminal.WriteLine(Capital(note), Style.Faint);
        terminal.WriteLine();
        if (stack.Difference is { } difference)
            CostDifferenceRows.Write(terminal, difference);
        Components(terminal, estimate, asked.Expand);
        NotPriced(terminal, estimate);
        SavingsRows.Write(terminal, stack.Savings, expand: asked.Expand);
        Assumed(terminal, estimate);
        Free(terminal, estimate, asked.Expand);
    }

    private static void Header(Terminal terminal, PricedStack stack)
    {
        var target = stack.Target;
        var line = new Line().Add(target.Project.Name, Style.Strong).Add(" · ").Add(target.File.Stack, Style.Strong);
        foreach (var part in new[] { stack.System, target.Plain("aws:region") }.OfType<string>())
            line.Add(" · ").Add(part);
        terminal.WriteLine(line.PadTo(RightColumn).Add("offline, nothing is contacted", Style.Faint));
    }

    private static void Components(Terminal terminal, CostEstimate estimate, bool expand)
    {
        var rows = new CostRows();
        foreach (var component in estimate.Components)
        {
            var resources = component.Resources;
            rows.Add(
                new Line().Add(component.Name, Style.Strong).Add($"  {Words.Count(resources.Length, "resource")}", Style.Faint),
                component.Fixed,
                component.Usage,
                component.HasUnverified
            );
            if (!expand)
                continue;
            foreach (var resource in resources)
            {
                rows.Add(
                    new Line().Add($"  {Names.Type(resource.Resource.Type)} {resource.Resource.Name}"),
                    resource.Fixed,
                    resource.Usage,
                    resource.HasUnverified
                );
                foreach (var item in resource.Items)
                    rows.Add(
                        new Line().Add($"    {CostWords.Item(item)}", Style.Faint),
                        item.Kind == CostKind.Fixed ? item.Amount : 0,
                        item.Kind == CostKind.Usage ? item.Amount : 0,
                        item.IsUnverified
                    );
            }
        }
        rows.Add(new Line().Add("Sum", Style.Strong), estimate.Fixed, estimate.UsageAmount, estimate.UnverifiedPrices > 0);
        rows.Write(terminal);
        terminal.WriteLine();
    }

    private static void Assumed(Terminal terminal, CostEstimate estimate)
    {
        if (estimate.Usage.IsEmpty)
            return;
        terminal.WriteLine("Assumed a month (infra cost STACK --usage-template writes a file to edit)", Style.Strong);
        var rows = new TreeRows();
        foreach (var assumed in estimate.Usage)
            rows.Add(
                new Line().Add($"  {assumed.Setting.Name}").Add(assumed.Resource is null ? "" : $" of {assumed.Resource}"),
                "assumed",
                [$"{Money.Number(assumed.Amount)} {assumed.Setting.Unit}", $"{assumed.Source}: {assumed.Reason}"]
            );
        rows.Write(terminal);
        terminal.WriteLine();
    }

    private static void NotPriced(Terminal terminal, CostEstimate estimate)
    {
        terminal.WriteLine(
            new Line().Add("Not priced", Style.Strong).Add($"  {(estimate.NotPriced.IsEmpty ? "nothing" : "")}"),
            cut: false
        );
        var rows = new TreeRows();
        foreach (var same in estimate.NotPriced.GroupBy(left => (left.Resource.Type, left.What, left.Why)))
        {
            var first = same.First();
            var others = same.Count() - 1;
            rows.Add(
                new Line()
                    .Add("  ! ", Style.Change)
                    .Add(
                        $"{Names.Type(first.Resource.Type)} {first.Resource.Name}{(others == 0 ? "" : $" and {Words.Count(others, "other")}")}"
                    ),
                new Line().Add(first.What, Style.Change).Add($": {first.Why}")
            );
        }
        rows.Write(terminal);
        terminal.WriteLine();
    }

    private static void Free(Terminal terminal, CostEstimate estimate, bool expand)
    {
        terminal.WriteLine(
            new Line()
                .Add("Free", Style.Strong)
                .Add($"  {Words.Count(estimate.Free.Length, "resource")} that AWS charges nothing for"),
            cut: false
        );
        if (!expand)
            return;
        var rows = new TreeRows();
        foreach (var same in estimate.Free.GroupBy(free => (free.Resource.Type, free.Reason)))
            rows.Add(
                new Line().Add($"  {same.Count()} × {Names.Type(same.Key.Type)}"),
                new Line().Add(same.Key.Reason, Style.Faint)
            );
        rows.Write(terminal);
    }

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
