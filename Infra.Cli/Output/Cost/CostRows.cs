namespace Infra.Cli.Output.Cost;

/// <summary>Rows of a bill: what is paid for, fixed, by usage, and the sum, right-aligned.</summary>
internal sealed class CostRows
{
    private const int Number = 11;
    private const int WidestLeft = 110;

    private readonly List<(Line What, decimal Fixed, decimal Usage, bool Unverified)> _rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(Line what, decimal amount, decimal usage, bool unverified) => _rows.Add((what, amount, usage, unverified));

    /// <summary>Writes the rows below a heading.</summary>
    public void Write(Terminal terminal)
    {
        var left = 0;
        foreach (var row in _rows)
            if (row.What.Length <= WidestLeft)
                left = Math.Max(left, row.What.Length);
        terminal.WriteLine(
            new Line()
                .Add("USD a month", Style.Faint)
                .PadTo(left)
                .Add($"{"fixed", Number}{"by usage", Number}{"sum", Number}", Style.Faint)
        );
        foreach (var (what, amount, usage, unverified) in _rows)
        {
            var line = what.Length > left ? what : what.PadTo(left);
            terminal.WriteLine(
                line.Add($"{Text(amount), Number}{Text(usage), Number}{Money.Cents(amount + usage), Number}")
                    .Add(unverified ? $" {CostWords.Unverified}" : "", Style.Change),
                cut: false
            );
        }
    }

    private static string Text(decimal amount) => amount == 0 ? "" : Money.Cents(amount);
}
