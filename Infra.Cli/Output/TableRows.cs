namespace Infra.Cli.Output;

/// <summary>A table with a heading, as narrow as its contents allow.</summary>
internal sealed class TableRows(params string[] heading)
{
    private readonly List<(Style Style, string[] Cells)> _rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(Style style, params string[] cells) => _rows.Add((style, cells));

    /// <summary>Writes the table.</summary>
    public void Write(Terminal terminal)
    {
        var widths = heading
            .Select((title, column) => Math.Max(title.Length, _rows.Max(row => row.Cells[column].Length)))
            .ToArray();
        Write(terminal, Style.Faint, heading, widths);
        foreach (var (style, cells) in _rows)
            Write(terminal, style, cells, widths);
    }

    private static void Write(Terminal terminal, Style style, string[] cells, int[] widths)
    {
        var line = new Line();
        for (var column = 0; column < cells.Length; column++)
            if (widths[column] > 0)
                line.Add(cells[column].PadRight(widths[column]), style).Add(column + 1 < cells.Length ? "  " : "");
        terminal.WriteLine(line);
    }
}
