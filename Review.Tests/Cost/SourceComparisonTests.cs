using System.Globalization;
using System.Text;
using Review.Cost.Sources;
using Review.Model;
using Review.Tests.Stacks;

namespace Review.Tests.Cost;

internal sealed class SourceComparisonTests
{
    [Test]
    public async Task Every_table_of_the_sources_is_compared_as_the_golden_has_it()
    {
        var text = new StringBuilder();
        foreach (var table in SourceTables.All)
        {
            var comparison = await CompareAsync(table);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{table.Title}: {table.Low}-{table.High}, ours {comparison.Estimate.Total:0.00}\n"
            );
            foreach (var row in comparison.Rows)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"  {row.Label}: {row.Low}-{row.High}, ours {row.Ours:0.00}{(row.Why.Length > 0 ? $"; {row.Why}" : "")}\n"
                );
            foreach (var row in comparison.LeftOut)
                text.Append(CultureInfo.InvariantCulture, $"  + {row.Label}: {row.Ours:0.00}; {row.Why}\n");
        }

        Golden.Check(text.ToString(), "Review.Tests", "Cost", "source-comparison.verified.txt");
    }

    [Test]
    public async Task The_rows_of_a_comparison_are_the_whole_bill()
    {
        foreach (var table in SourceTables.All)
        {
            var comparison = await CompareAsync(table);

            Assert.That(
                comparison.Rows.Concat(comparison.LeftOut).Sum(row => row.Ours),
                Is.EqualTo(comparison.Estimate.Total).Within(0.000001m),
                table.Title
            );
        }
    }

    [Test]
    public async Task The_sources_NAT_gateways_and_tasks_are_what_the_price_list_makes_of_them()
    {
        var dev = await CompareAsync(SourceTables.All[0]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Row(dev, "NAT Gateway").Ours, Is.EqualTo(2 * 0.062m * 730));
            // One task of 0.5 vCPU and 1 GB, two of 0.25 vCPU and 0.5 GB.
            Assert.That(Row(dev, "ECS Fargate").Ours, Is.EqualTo((0.05056m + 2 * 0.00553m) * 730));
            Assert.That(Row(dev, "RDS").Ours, Is.EqualTo(0.028m * 730 + 20 * 0.138m));
        }
    }

    [Test]
    public async Task The_case_of_a_thousand_users_has_the_database_that_the_source_wants()
    {
        var large = await CompareAsync(SourceTables.All.Single(table => table.MultiAz == true));

        Assert.That(Row(large, "RDS").Ours, Is.EqualTo(2 * (0.112m * 730 + 20 * 0.138m)));
    }

    private static ComparedRow Row(SourceComparison comparison, string label) =>
        comparison.Rows.Single(row => row.Label.StartsWith(label, StringComparison.Ordinal));

    private static async Task<SourceComparison> CompareAsync(SourceTable table) =>
        SourceComparison.Of(table, StackModel.Of(await RealStacks.ReviewedAsync(table.Stack)));
}
