using Infra.Cli.Commands;
using Review.Cost;

namespace Infra.Cli.Output.Cost;

/// <summary>Several stacks side by side: their areas where there are few, and a line of sums for each.</summary>
internal static class CostMatrix
{
    private const int MostColumns = 5;
    private const int Number = 11;

    /// <summary>Writes the table.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<PricedStack> stacks, CostRequest asked)
    {
        if (stacks.Count <= MostColumns)
            Areas(terminal, stacks);
        Sums(terminal, stacks, asked);
        terminal.WriteLine();
        foreach (var stack in stacks)
            terminal.WriteLine(
                new Line().Add(stack.Estimate.Stack, Style.Strong).Add("  ").Add(CostWords.Trust(stack.Estimate), Style.Faint),
                cut: false
            );
        terminal.WriteLine();
        terminal.WriteLine("infra cost STACK shows what is assumed and what is not priced", Style.Faint);
    }

    private static void Areas(Terminal terminal, IReadOnlyList<PricedStack> stacks)
    {
        var sums = stacks.Select(stack => ByArea(stack.Estimate)).ToList();
        var areas = sums.SelectMany(sum => sum.Keys)
            .Distinct()
            .OrderByDescending(area => sums.Sum(sum => sum.GetValueOrDefault(area)))
            .ThenBy(area => area, StringComparer.Ordinal)
            .ToList();
        var left = Math.Max("USD a month".Length, areas.Max(area => area.Length)) + 2;
        var widths = stacks.Select(stack => Math.Max(Number, stack.Estimate.Stack.Length + 2)).ToList();
        var heading = new Line().Add("USD a month", Style.Faint).PadTo(left);
        for (var index = 0; index < stacks.Count; index++)
            heading.Add(stacks[index].Estimate.Stack.PadLeft(widths[index]), Style.Strong);
        terminal.WriteLine(heading);
        foreach (var area in areas)
        {
            var line = new Line().Add(area).PadTo(left);
            for (var index = 0; index < stacks.Count; index++)
                line.Add((sums[index].TryGetValue(area, out var amount) ? Money.Cents(amount) : "").PadLeft(widths[index]));
            terminal.WriteLine(line);
        }
        terminal.WriteLine();
    }

    private static void Sums(Terminal terminal, IReadOnlyList<PricedStack> stacks, CostRequest asked)
    {
        var rows = new CostRows();
        foreach (var stack in stacks)
            rows.Add(Left(stack, asked), stack.Estimate.Fixed, stack.Estimate.UsageAmount, stack.Estimate.UnverifiedPrices > 0);
        rows.Add(
            new Line().Add("Sum", Style.Strong),
            stacks.Sum(stack => stack.Estimate.Fixed),
            stacks.Sum(stack => stack.Estimate.UsageAmount),
            stacks.Any(stack => stack.Estimate.UnverifiedPrices > 0)
        );
        rows.Write(terminal);
    }

    private static Line Left(PricedStack stack, CostRequest asked)
    {
        var line = new Line()
            .Add(stack.Estimate.Stack, Style.Strong)
            .Add($"  {CostWords.NotPriced(stack.Estimate)}", stack.Estimate.NotPricedResources == 0 ? Style.Faint : Style.Change);
        return asked.Jpy is { } rate ? line.Add($"  {Money.Yen(stack.Estimate.Total, rate)}", Style.Faint) : line;
    }

    // The second word of a component's type: network, data, compute.
    private static Dictionary<string, decimal> ByArea(CostEstimate estimate) =>
        estimate
            .Components.GroupBy(component => component.Component?.Type.Split(':') is ["idp", var area, ..] ? area : "other")
            .ToDictionary(area => area.Key, area => area.Sum(component => component.Total), StringComparer.Ordinal);
}
