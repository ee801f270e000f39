using System.Globalization;
using System.Text;
using Infra.Cli.Commands;
using Infra.Cli.Output.Markdown;
using Review.Cost;
using Review.Cost.Savings;

namespace Infra.Cli.Output.Cost;

/// <summary>Estimates as Markdown, for issues and pages.</summary>
internal static class CostMarkdown
{
    /// <summary>The text.</summary>
    public static string Of(IReadOnlyList<PricedStack> stacks, CostRequest asked)
    {
        var text = new StringBuilder();
        if (stacks.Count > 1)
            Sums(text, stacks);
        foreach (var stack in stacks)
            One(text, stack, asked);
        return text.ToString();
    }

    private static void Sums(StringBuilder text, IReadOnlyList<PricedStack> stacks)
    {
        text.Append("| USD a month | fixed | by usage | sum | not priced |\n|---|--:|--:|--:|--:|\n");
        foreach (var (stack, estimate) in stacks.Select(stack => (stack.Estimate.Stack, stack.Estimate)))
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {MarkdownText.Plain(stack)} | {Money.Cents(estimate.Fixed)} | {Money.Cents(estimate.UsageAmount)} | {Sum(estimate.Total, estimate.UnverifiedPrices > 0)} | {estimate.NotPricedResources} |\n"
            );
        text.Append('\n');
    }

    private static void One(StringBuilder text, PricedStack stack, CostRequest asked)
    {
        var estimate = stack.Estimate;
        text.Append(
            CultureInfo.InvariantCulture,
            $"### {MarkdownText.Plain(estimate.Stack)}: {CostWords.Sum(estimate, asked.Jpy)}\n\n"
        );
        if (stack.Difference is { } difference)
            text.Append(
                CultureInfo.InvariantCulture,
                $"**{Money.Change(difference.Total)} a month** against what is deployed.\n\n"
            );
        text.Append(CultureInfo.InvariantCulture, $"{MarkdownText.Plain(CostWords.Trust(estimate))}\n\n");
        foreach (var note in estimate.Notes.Append(stack.Budget))
            text.Append(CultureInfo.InvariantCulture, $"- {MarkdownText.Plain(note)}\n");
        // Without the empty line the table would be a part of the last note.
        text.Append("\n| USD a month | fixed | by usage | sum |\n|---|--:|--:|--:|\n");
        foreach (var component in estimate.Components)
        {
            Row(text, $"**{MarkdownText.Plain(component.Name)}**", component.Fixed, component.Usage, component.HasUnverified);
            if (asked.Expand)
                foreach (var resource in component.Resources)
                    Row(
                        text,
                        MarkdownText.Code($"{Names.Type(resource.Resource.Type)} {resource.Resource.Name}"),
                        resource.Fixed,
                        resource.Usage,
                        resource.HasUnverified
                    );
        }
        Row(text, "**Sum**", estimate.Fixed, estimate.UsageAmount, estimate.UnverifiedPrices > 0);
        NotPriced(text, estimate);
        Savings(text, stack.Savings);
        Assumed(text, estimate);
    }

    private static void NotPriced(StringBuilder text, CostEstimate estimate)
    {
        text.Append(estimate.NotPriced.IsEmpty ? "\nNot priced: nothing\n" : "\n**Not priced**\n\n");
        foreach (var same in estimate.NotPriced.GroupBy(left => (left.Resource.Type, left.What, left.Why)))
            text.Append(
                CultureInfo.InvariantCulture,
                $"- {same.Count()} × {MarkdownText.Code(Names.Type(same.Key.Type))} ({MarkdownText.Plain(string.Join(", ", same.Select(left => left.Resource.Name)))}) {MarkdownText.Plain(same.Key.What)}: {MarkdownText.Plain(same.Key.Why)}\n"
            );
    }

    private static void Savings(StringBuilder text, SavingsReport report)
    {
        if (report.Savings.IsEmpty)
            return;
        text.Append("\n| Could save, USD a month | by | but |\n|---|---|---|\n");
        foreach (var saving in report.Savings)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {SavingsRows.Text(saving)}{(saving.IsUnverified ? $" {CostWords.Unverified}" : "")} {MarkdownText.Plain(saving.Title)} | {MarkdownText.Plain(saving.How)} | {MarkdownText.Plain(saving.TradeOff)} |\n"
            );
    }

    private static void Assumed(StringBuilder text, CostEstimate estimate)
    {
        if (estimate.Usage.IsEmpty)
            return;
        text.Append("\n<details><summary>Assumed a month</summary>\n\n| Setting | Amount | Why |\n|---|--:|---|\n");
        foreach (var assumed in estimate.Usage)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {MarkdownText.Code(assumed.Setting.Name)}{(assumed.Resource is null ? "" : $" of {MarkdownText.Code(assumed.Resource)}")} | {Money.Number(assumed.Amount)} {assumed.Setting.Unit} | {MarkdownText.Plain($"{assumed.Source}: {assumed.Reason}")} |\n"
            );
        text.Append("\n</details>\n\n");
    }

    private static void Row(StringBuilder text, string what, decimal amount, decimal usage, bool unverified) =>
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {what} | {Money.Cents(amount)} | {Money.Cents(usage)} | {Sum(amount + usage, unverified)} |\n"
        );

    private static string Sum(decimal amount, bool unverified) =>
        $"{Money.Cents(amount)}{(unverified ? $" {CostWords.Unverified}" : "")}";
}
