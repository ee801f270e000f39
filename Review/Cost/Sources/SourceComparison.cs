using System.Collections.Immutable;
using Engine.Values;
using Review.Model;
using Review.Model.Aws;

namespace Review.Cost.Sources;

/// <summary>A source's table beside our own bill at the same usage: what agrees, what does not and why, and what the source leaves out.</summary>
public sealed record SourceComparison
{
    // A tenth is within what both sides round.
    private const decimal Tolerance = 0.1m;

    private SourceComparison(SourceTable table, CostEstimate estimate)
    {
        (Table, Estimate) = (table, estimate);
        var byRow = estimate.Items.ToLookup(item => table.Rows.FirstOrDefault(row => Fits(item, row.Prices)));
        Rows = [.. table.Rows.Select(row => Compared(row, [.. byRow[row]]))];
        LeftOut =
        [
            .. byRow[null]
                .GroupBy(item => SourceTables.LeftOut.First(left => Fits(item, [left.Price])).Why)
                .Select(items => new ComparedRow(
                    string.Join(", ", items.Select(item => item.Price.Name).Distinct()),
                    null,
                    null,
                    items.Sum(item => item.Amount),
                    items.Key,
                    [.. items]
                ))
                .OrderByDescending(row => row.Ours)
                .ThenBy(row => row.Label, StringComparer.Ordinal),
        ];
    }

    /// <summary>The source's table.</summary>
    public SourceTable Table { get; }

    /// <summary>Our bill, with the source's usage and sizes.</summary>
    public CostEstimate Estimate { get; }

    /// <summary>Row by row.</summary>
    public ImmutableArray<ComparedRow> Rows { get; }

    /// <summary>What our bill has and no row of the source, the largest first.</summary>
    public ImmutableArray<ComparedRow> LeftOut { get; }

    /// <summary>Compares a stack with a source's table.</summary>
    public static SourceComparison Of(SourceTable table, StackModel stack)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(stack);
        return new(table, CostEstimate.Of(Sized(stack, table), new CostOptions { Profiles = [table.Profile] }));
    }

    private static StackModel Sized(StackModel stack, SourceTable table) =>
        stack.If(resource =>
        {
            if (resource.Type != Databases.Instance)
                return resource.State;
            var inputs = resource.State.Inputs;
            if (table.DatabaseClass is { } size)
                inputs = inputs.With("instanceClass", new StringValue(size));
            if (table.MultiAz is { } doubled)
                inputs = inputs.With("multiAz", new BoolValue(doubled));
            return resource.State with { Inputs = inputs };
        });

    private static ComparedRow Compared(SourceRow row, ImmutableArray<CostItem> items)
    {
        var ours = items.Sum(item => item.Amount);
        var agrees = ours >= row.Low * (1 - Tolerance) && ours <= row.High * (1 + Tolerance);
        return new(row.Label, row.Low, row.High, ours, agrees ? "" : row.Why, items);
    }

    private static bool Fits(CostItem item, ImmutableArray<string> prices)
    {
        foreach (var price in prices)
            if (item.Price.Id.StartsWith(price, StringComparison.Ordinal))
                return true;
        return false;
    }
}
