namespace Review.Drawing.Layouts;

/// <summary>Puts cards into rows and boxes around them.</summary>
internal static class Blocks
{
    /// <summary>A card of a width; its height follows from its text.</summary>
    public static Block Card(Node node, int width) => new(node.Key) { Width = width, Height = CardText.Of(node, width).Height };

    /// <summary>Cards in rows, each as wide as the columns allow; the cards of a row are of one height.</summary>
    public static Block Grid(IReadOnlyList<Node> nodes, int columns, int width)
    {
        var grid = new Block { Width = width };
        var card = (width - (columns - 1) * Sizes.Gap) / columns;
        for (var at = 0; at < nodes.Count; at += columns)
        {
            var row = nodes.Skip(at).Take(columns).Select(node => Card(node, card)).ToList();
            var height = row.Max(block => block.Height);
            grid.Height += grid.Height == 0 ? 0 : Sizes.Gap;
            for (var column = 0; column < row.Count; column++)
            {
                row[column].Height = height;
                grid.Add(row[column], column * (card + Sizes.Gap), grid.Height);
            }
            grid.Height += height;
        }
        return grid;
    }

    /// <summary>A box with a title around a grid of cards.</summary>
    public static Block Box(Node node, IReadOnlyList<Node> cards, int columns, int width)
    {
        var grid = Grid(cards, columns, width - 2 * Sizes.Padding);
        var box = new Block(node.Key) { Width = width, Height = Sizes.Header + grid.Height + Sizes.Padding };
        box.Add(grid, Sizes.Padding, Sizes.Header);
        return box;
    }

    /// <summary>How many columns of cards fit in a box of a width.</summary>
    public static int ColumnsIn(int width) => Math.Max(1, (width - 2 * Sizes.Padding + Sizes.Gap) / (Sizes.Card + Sizes.Gap));

    /// <summary>The width of a box with so many columns of cards.</summary>
    public static int WidthOf(int columns) => columns * (Sizes.Card + Sizes.Gap) - Sizes.Gap + 2 * Sizes.Padding;

    /// <summary>Blocks one below the other.</summary>
    public static Block Column(IReadOnlyList<Block> blocks)
    {
        var column = new Block();
        foreach (var block in blocks)
        {
            column.Height += column.Height == 0 ? 0 : Sizes.Gap;
            column.Add(block, 0, column.Height);
            column.Height += block.Height;
            column.Width = Math.Max(column.Width, block.Width);
        }
        return column;
    }
}
