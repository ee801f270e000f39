using Review.Cost;

namespace Infra.Cli.Output.Cost;

/// <summary>What would cost more or less than what is deployed, by component and resource.</summary>
internal static class CostDifferenceRows
{
    /// <summary>Writes the rows.</summary>
    public static void Write(Terminal terminal, CostDifference difference)
    {
        terminal.WriteLine(
            new Line()
                .Add($"{Money.Change(difference.Total)} a month", Style.Strong)
                .Add($" against what is deployed ({Money.Usd(difference.Before.Total)})"),
            cut: false
        );
        var rows = new TreeRows();
        foreach (var component in difference.Changes.GroupBy(change => change.Component))
        {
            rows.Add(
                new Line().Add("  ").Add(component.Key, Style.Strong),
                new Line().Add(Money.ChangeInCents(component.Sum(change => change.Difference)))
            );
            foreach (var change in component)
                rows.Add(
                    new Line().Add($"    {Names.Type(change.Resource.Type)} {change.Resource.Name}"),
                    new Line()
                        .Add(Money.ChangeInCents(change.Difference), Style.Change)
                        .Add($"  {Money.Cents(change.Before)} → {Money.Cents(change.After)}", Style.Faint)
                );
        }
        rows.Write(terminal);
        terminal.WriteLine();
    }
}
