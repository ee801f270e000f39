namespace Review.Drawing.Layouts;

/// <summary>Gives every node of a picture its place: the outside on top, the region below, the legend at the bottom.</summary>
internal static class Arrangement
{
    private const int LeastWidth = 1000;
    private const int MostColumns = 4;

    // Between the shapes of paper and of wide screens any will do.
    private const double Narrowest = 1.2;
    private const double Widest = 1.8;

    // To be a tenth out of shape is as bad as half more paper.
    private const double WeightOfShape = 4;

    /// <summary>The places by key, and the size of all: of several ways the one that takes least paper in a shape that fits screens.</summary>
    public static (Dictionary<string, Rect> Places, int Width, int Height) Of(Picture picture)
    {
        Block? best = null;
        var least = double.MaxValue;
        for (var columns = 1; columns <= MostColumns; columns++)
            if (Whole(picture, columns) is var whole && Cost(whole.Width, whole.Height) is var cost && cost < least)
                (best, least) = (whole, cost);
        var places = new Dictionary<string, Rect>(StringComparer.Ordinal);
        best!.Place(0, 0, places);
        return (places, best.Width, best.Height);
    }

    private static double Cost(double width, double height) =>
        Math.Log(width * height)
        + WeightOfShape * Math.Max(0, Math.Max(Math.Log(Narrowest * height / width), Math.Log(width / height / Widest)));

    private static Block Whole(Picture picture, int columns)
    {
        var tops = picture.In(null).Where(node => node.Kind != NodeKind.Stack).ToList();
        var regions = tops.Where(node => node.Kind == NodeKind.Region && picture.In(node.Key).Any(inner => !inner.IsCard))
            .ToList();
        var region = Blocks.Column([.. regions.Select(node => new RegionBlocks(picture).Of(node, columns))]);
        var least = LeastWidth - 2 * Sizes.Margin;
        var row = Row(picture, [.. tops.Except(regions)], Math.Max(region.Width, least), CenterOf(picture, regions, region));
        region.Widen(Math.Max(row.Width, least));
        var whole = new Block(Picture.Whole) { Width = region.Width + 2 * Sizes.Margin, Height = Sizes.Heading };
        whole.Add(row, Sizes.Margin, whole.Height);
        whole.Height += row.Height + (row.Height > 0 ? 2 * Sizes.Gap : 0);
        whole.Add(region, Sizes.Margin, whole.Height);
        whole.Height += region.Height + Sizes.Legend + Sizes.Margin;
        return whole;
    }

    // The middle of what requests from outside go through first.
    private static int CenterOf(Picture picture, List<Node> regions, Block region)
    {
        var places = new Dictionary<string, Rect>(StringComparer.Ordinal);
        region.Place(0, 0, places);
        var vpc = regions.SelectMany(node => picture.In(node.Key)).FirstOrDefault(node => node.Kind == NodeKind.Vpc);
        return vpc is null ? 0 : places[vpc.Key].CenterX;
    }

    // As few rows of cards as the width allows.
    private static Block Row(Picture picture, List<Node> outside, int width, int center)
    {
        for (var rows = 1; ; rows++)
        {
            var blocks = outside.Select(node => Box(picture, node, rows)).ToList();
            var total = blocks.Sum(block => block.Width) + (blocks.Count - 1) * Sizes.Gap * 2;
            if (total > width && rows < picture.Nodes.Length)
                continue;
            if (blocks.Count == 0)
                return new Block();
            var row = new Block { Width = total, Height = blocks.Max(block => block.Height) };
            // What comes from outside comes from above.
            var x =
                outside[0].Kind == NodeKind.Outside ? Math.Clamp(center - blocks[0].Width / 2, 0, Math.Max(0, width - total)) : 0;
            foreach (var (block, node) in blocks.Zip(outside))
            {
                row.Add(block, x, node.IsCard ? row.Height - block.Height : 0);
                if (!node.IsCard)
                    block.Height = row.Height;
                x += block.Width + Sizes.Gap * 2;
            }
            row.Width = x - Sizes.Gap * 2;
            return row;
        }
    }

    private static Block Box(Picture picture, Node node, int rows)
    {
        if (node.IsCard)
            return Blocks.Card(node, Sizes.Card);
        var cards = picture.In(node.Key).ToList();
        var columns = Math.Max(1, (cards.Count + rows - 1) / rows);
        return Blocks.Box(node, cards, columns, Blocks.WidthOf(columns));
    }
}
