using Review.Cost.Savings;

namespace Infra.Cli.Output.Cost;

/// <summary>What a stack could cost less, with what one gives up for it.</summary>
internal static class SavingsRows
{
    private const int Amount = 9;

    /// <summary>Writes the ways, the largest first, and below them what was computed and does not pay.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="report">The ways.</param>
    /// <param name="expand">Whether each is told with its resources and what to set.</param>
    public static void Write(Terminal terminal, SavingsReport report, bool expand)
    {
        terminal.WriteLine(
            new Line()
                .Add("Could save", Style.Strong)
                .Add(report.Savings.IsEmpty ? "  nothing was found" : "  USD a month, each by itself", Style.Faint),
            cut: false
        );
        foreach (var saving in report.Savings)
        {
            var mark = saving.IsUnverified ? CostWords.Unverified : " ";
            terminal.WriteLine(
                new Line()
                    .Add($"{Text(saving), Amount}", saving.IsPlanned ? Style.Faint : Style.Good)
                    .Add($" {mark} ", Style.Change)
                    .Add(saving.Title)
                    .Add(saving.IsPlanned ? "  planned, and not counted above" : "", Style.Faint),
                cut: false
            );
            Detail(terminal, $"but {saving.TradeOff}");
            if (!expand)
                continue;
            Detail(terminal, $"by {saving.How}");
            Detail(terminal, $"on {string.Join(", ", saving.Resources)}");
        }
        foreach (var considered in report.Considered)
        {
            terminal.WriteLine(new Line().Add($"{"-", Amount}   ").Add(considered.Title), cut: false);
            Detail(terminal, considered.Why);
        }
        terminal.WriteLine();
    }

    /// <summary>An amount, or a question mark where the price book lacks a price.</summary>
    public static string Text(Saving saving) => saving.Amount is { } amount ? Money.Cents(amount) : "?";

    private static void Detail(Terminal terminal, string text) =>
        terminal.WriteLine(new Line().Add($"{"", Amount}   {text}", Style.Faint), cut: false);
}
