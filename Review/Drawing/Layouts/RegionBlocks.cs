namespace Review.Drawing.Layouts;

/// <summary>Lays out the region of a stack: its VPCs with what stands before and behind them on the left, all else beside them.</summary>
internal sealed class RegionBlocks(Picture picture)
{
    // What requests pass before they come to a VPC, and where they end.
    private static readonly string[] Before = ["serverless", "hosting"];
    private static readonly string[] BeforeFunctions = ["edge", "serverless", "hosting"];
    private static readonly string[] Behind = ["data", "cache"];
    private static readonly string[] BehindFunctions = ["data", "cache", "storage", "messaging"];

    /// <summary>The region.</summary>
    /// <param name="region">Its box.</param>
    /// <param name="columns">How many columns of boxes there may be beside its VPCs.</param>
    public Block Of(Node region, int columns)
    {
        var vpcs = picture.In(region.Key).Where(node => node.Kind == NodeKind.Vpc).Select(new VpcBlocks(picture).Of).ToList();
        var groups = picture.In(region.Key).Where(node => node.Kind == NodeKind.Group).ToList();
        var cards = picture.In(region.Key).Where(node => node.IsCard).ToList();
        var (before, behind) = vpcs.Count > 0 ? (Before, Behind) : (BeforeFunctions, BehindFunctions);
        var width = vpcs.Count > 0 ? vpcs.Max(vpc => vpc.Width) : Sizes.Group;
        var main = Blocks.Column([
            .. groups.Where(group => before.Contains(group.Area)).Select(group => Group(group, width)),
            .. vpcs,
            .. groups.Where(group => behind.Contains(group.Area)).Select(group => Group(group, width)),
        ]);
        var beside = Beside(groups.Where(group => !before.Contains(group.Area) && !behind.Contains(group.Area)));
        if (cards.Count > 0)
            beside.Add(Blocks.Grid(cards, 2, Sizes.Group));
        return Box(region, main, Shares(beside, columns));
    }

    // Two boxes of one card each lie beside each other.
    private List<Block> Beside(IEnumerable<Node> groups)
    {
        var blocks = new List<Block>();
        Block? open = null;
        foreach (var group in groups)
        {
            var single = picture.In(group.Key).Take(2).Count() == 1;
            var block = Group(group, single ? Sizes.Half : Sizes.Group);
            if (!single)
                blocks.Add(block);
            else if (open is null)
            {
                blocks.Add(open = new Block { Width = Sizes.Group, Height = block.Height });
                open.Add(block, 0, 0);
            }
            else
            {
                open.Add(block, Sizes.Half + Sizes.Gap, 0);
                open.Level(block.Height);
                open = null;
            }
        }
        return blocks;
    }

    private Block Group(Node group, int width)
    {
        var cards = picture.In(group.Key).ToList();
        return Blocks.Box(group, cards, Math.Min(Math.Max(cards.Count, 1), Blocks.ColumnsIn(width)), width);
    }

    private static Block Box(Node region, Block main, List<List<Block>> columns)
    {
        var block = new Block(region.Key) { Width = Sizes.Padding };
        foreach (var column in columns.Select(Blocks.Column).Prepend(main).Where(column => column.Width > 0))
        {
            block.Add(column, block.Width, Sizes.Header);
            block.Width += column.Width + Sizes.Gap;
            block.Height = Math.Max(block.Height, column.Height);
        }
        block.Width += Sizes.Padding - Sizes.Gap;
        block.Height += Sizes.Header + Sizes.Padding;
        return block;
    }

    // Keeps the order, and makes the highest column as low as it can be.
    private static List<List<Block>> Shares(List<Block> blocks, int columns)
    {
        var limit = blocks.Select(block => block.Height).DefaultIfEmpty().Max();
        while (true)
        {
            var shares = new List<List<Block>> { new() };
            var height = 0;
            foreach (var block in blocks)
            {
                if (shares[^1].Count > 0 && height + Sizes.Gap + block.Height > limit)
                {
                    shares.Add([]);
                    height = 0;
                }
                height += block.Height + (shares[^1].Count > 0 ? Sizes.Gap : 0);
                shares[^1].Add(block);
            }
            if (shares.Count <= columns)
                return shares;
            limit += Sizes.Gap;
        }
    }
}
