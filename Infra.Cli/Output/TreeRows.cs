namespace Infra.Cli.Output;

/// <summary>Rows of a tree with what there is to say about each beside it, all in one column; cells of neighbours of one kind line up too.</summary>
internal sealed class TreeRows
{
    // A few very long names must not push everything else out of sight.
    private const int WidestLeft = 76;

    private readonly List<(Line Left, Line Right)> _rows = [];
    private readonly List<TableRow> _table = [];

    /// <summary>A row with nothing beside it.</summary>
    public void Add(Line left) => _rows.Add((left, new Line()));

    /// <summary>A row with something beside it.</summary>
    public void Add(Line left, Line right) => _rows.Add((left, right));

    /// <summary>A row with cells beside it.</summary>
    /// <param name="left">The row.</param>
    /// <param name="kind">Rows of one kind between two ends of a table share their columns.</param>
    /// <param name="cells">What there is to say.</param>
    public void Add(Line left, string kind, string[] cells)
    {
        var right = new Line();
        _rows.Add((left, right));
        if (cells.Length > 0)
            _table.Add(new(right, kind, cells));
    }

    /// <summary>The rows so far are a table of their own.</summary>
    public void EndTable()
    {
        foreach (var kind in _table.GroupBy(row => row.Kind))
        {
            var widths = new int[kind.Max(row => row.Cells.Length)];
            foreach (var row in kind)
                for (var i = 0; i < row.Cells.Length; i++)
                    widths[i] = Math.Max(widths[i], row.Cells[i].Length);
            foreach (var row in kind)
                for (var i = 0; i < row.Cells.Length; i++)
                    row.Right.Add(row.Cells[i].PadRight(widths[i])).Add(i + 1 < row.Cells.Length ? "  " : "");
        }
        _table.Clear();
    }

    /// <summary>Writes all rows.</summary>
    public void Write(Terminal terminal)
    {
        EndTable();
        var widest = 0;
        foreach (var (left, right) in _rows)
            if (right.Length > 0 && left.Length <= WidestLeft)
                widest = Math.Max(widest, left.Length);
        foreach (var (left, right) in _rows)
            terminal.WriteLine(right.Length == 0 ? left : left.PadTo(widest + 2).Add(right), cut: right.Length > 0);
    }

    private sealed record TableRow(Line Right, string Kind, string[] Cells);
}
