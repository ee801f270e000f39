using System.Globalization;
using System.Text;
using Infra.Cli.Output.Markdown;
using Review.Cost.Sources;

namespace Infra.Cli.Output.Cost;

/// <summary>Comparisons with the source documents as Markdown.</summary>
internal static class SourceMarkdown
{
    /// <summary>The text.</summary>
    public static string Of(IReadOnlyList<SourceComparison> comparisons)
    {
        var text = new StringBuilder();
        foreach (var comparison in comparisons)
        {
            var table = comparison.Table;
            text.Append(
                CultureInfo.InvariantCulture,
                $"### {MarkdownText.Plain(table.Title)}: {SourceRows.Range(table.Low, table.High)} USD a month in the source, {Money.Usd(comparison.Estimate.Total)} by the price list\n\n"
            );
            text.Append("| | source | ours | |\n|---|--:|--:|---|\n");
            foreach (var row in comparison.Rows.Concat(comparison.LeftOut))
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {MarkdownText.Plain(row.Label)} | {SourceRows.Range(row.Low, row.High)} | {Money.Cents(row.Ours)}{(row.IsUnverified ? $" {CostWords.Unverified}" : "")} | {MarkdownText.Plain(row.Why)} |\n"
                );
            text.Append('\n');
        }
        return text.ToString();
    }
}
