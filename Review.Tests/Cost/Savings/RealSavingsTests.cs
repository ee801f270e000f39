using System.Globalization;
using System.Text;
using Review.Cost;
using Review.Cost.Savings;
using Review.Model;
using Review.Tests.Stacks;

namespace Review.Tests.Cost.Savings;

internal sealed class RealSavingsTests
{
    [Test]
    public async Task Savings_of_every_stack_are_as_the_golden_has_them()
    {
        var text = new StringBuilder();
        foreach (var name in RealStacks.Names)
        {
            var stack = StackModel.Of(await RealStacks.ReviewedAsync(name));
            var options = new CostOptions();
            var report = SavingsReport.Of(stack, options, CostEstimate.Of(stack, options));
            text.Append(name).Append('\n');
            foreach (var saving in report.Savings)
            {
                var mark = saving.IsUnverified ? "~" : "";
                var planned = saving.IsPlanned ? " (planned)" : "";
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"  {saving.Amount?.ToString("0.00", CultureInfo.InvariantCulture) ?? "?"}{mark}  {saving.Title}{planned}\n"
                );
                text.Append(CultureInfo.InvariantCulture, $"      of {string.Join(", ", saving.Resources)}\n");
                text.Append(CultureInfo.InvariantCulture, $"      by {saving.How}\n      but {saving.TradeOff}\n");
            }
            foreach (var considered in report.Considered)
                text.Append(CultureInfo.InvariantCulture, $"  -  {considered.Title}: {considered.Why}\n");
        }

        Golden.Check(text.ToString(), "Review.Tests", "Cost", "Savings", "real-savings.verified.txt");
    }
}
