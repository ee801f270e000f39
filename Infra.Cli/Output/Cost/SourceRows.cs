using Review.Cost.Sources;

namespace Infra.Cli.Output.Cost;

/// <summary>Tables of the source documents beside our own bills.</summary>
internal static class SourceRows
{
    private const int Label = 48;
    private const int Number = 12;

    /// <summary>Writes the tables.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="comparisons">The tables.</param>
    /// <param name="expand">Whether the lines of our bill behind each row are shown.</param>
    public static void Write(Terminal terminal, IReadOnlyList<SourceComparison> comparisons, bool expand)
    {
        foreach (var comparison in comparisons)
        {
            One(terminal, comparison, expand);
            terminal.WriteLine();
        }
    }

    /// <summary>The source's numbers: <c>15-20</c>, <c>45</c>, or a dash where it has none.</summary>
    public static string Range(decimal? low, decimal? high) =>
        low is null ? "-"
        : low == high ? Money.Number(low.Value)
        : $"{Money.Number(low.Value)}-{Money.Number(high!.Value)}";

    private static void One(Terminal terminal, SourceComparison comparison, bool expand)
    {
        var (table, estimate) = (comparison.Table, comparison.Estimate);
        terminal.WriteLine(
            new Line()
                .Add(table.Title, Style.Strong)
                .Add($": the source says {Range(table.Low, table.High)} USD a month, the price list {Money.Usd(estimate.Total)}"),
            cut: false
        );
        terminal.WriteLine($"{table.Stack}{Sizes(table)} · usage of {table.Profile} · {CostWords.Trust(estimate)}", Style.Faint);
        terminal.WriteLine(new Line().PadTo(Label).Add($"{"source", Number}{"ours", Number}", Style.Faint));
        foreach (var row in comparison.Rows)
            Row(terminal, row, expand);
        if (comparison.LeftOut.IsEmpty)
            return;
        terminal.WriteLine("  Not in the source's table", Style.Strong);
        foreach (var row in comparison.LeftOut)
            Row(terminal, row, expand);
    }

    private static string Sizes(SourceTable table) =>
        table.DatabaseClass is { } size ? $" with {size}{(table.MultiAz == true ? ", Multi-AZ" : "")}" : "";

    private static void Row(Terminal terminal, ComparedRow row, bool expand)
    {
        // What the source leaves out is named by its prices, and some have many.
        var label = row.Label.Length < Label - 3 ? row.Label : $"{row.Label[..(Label - 5)]} …";
        terminal.WriteLine(
            new Line()
                .Add($"  {label}")
                .PadTo(Label)
                .Add($"{Range(row.Low, row.High), Number}{Money.Cents(row.Ours), Number}")
                .Add(row.IsUnverified ? $" {CostWords.Unverified}" : "  ", Style.Change)
                .Add(row.Why.Length == 0 ? "" : $" {row.Why}", Style.Faint),
            cut: false
        );
        if (!expand)
            return;
        foreach (var item in row.Items)
            terminal.WriteLine(new Line().Add($"    {item.Resource.Name}: {CostWords.Item(item)}", Style.Faint), cut: false);
    }
}
