namespace Review.Drawing.Layouts;

/// <summary>Lays out a VPC: parts of its network as rows, zones as columns, cards across the subnets that they lie in.</summary>
internal sealed class VpcBlocks(Picture picture)
{
    // From so many cards on in one frame subnets are wide enough for two beside each other.
    private const int Crowd = 4;

    private int _columns = 1;

    /// <summary>The zones of a VPC, from left to right.</summary>
    public static List<string> ZonesOf(Picture picture, Node vpc) =>
        [
            .. picture
                .In(vpc.Key)
                .SelectMany(tier => picture.In(tier.Key))
                .Where(node => node.Kind == NodeKind.Subnet)
                .Select(subnet => subnet.Zone ?? "")
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The VPC.</summary>
    public Block Of(Node vpc)
    {
        var zones = ZonesOf(picture, vpc);
        _columns = zones.Count <= 2 && IsCrowded(vpc) ? 2 : 1;
        var tiers = picture.In(vpc.Key).Where(node => node.Kind == NodeKind.Tier).ToList();
        var inner = Math.Max(
            Sizes.Group - 2 * Sizes.Padding,
            zones.Count * (Blocks.WidthOf(_columns) + Sizes.Gap) - Sizes.Gap + 2 * Sizes.Padding
        );
        var block = new Block(vpc.Key) { Width = inner + 2 * Sizes.Padding, Height = Sizes.Header };
        var cards = picture.In(vpc.Key).Where(node => node.IsCard).ToList();
        if (cards.Count > 0)
        {
            var grid = Blocks.Grid(cards, Math.Min(cards.Count, Blocks.ColumnsIn(inner + 2 * Sizes.Padding)), inner);
            block.Add(grid, Sizes.Padding, block.Height);
            block.Height += grid.Height + Sizes.Gap;
        }
        block.Height += tiers.Count > 0 ? Sizes.ZoneHeader : 0;
        foreach (var tier in tiers)
        {
            var row = Tier(tier, zones, inner);
            block.Add(row, Sizes.Padding, block.Height);
            block.Height += row.Height + Sizes.Gap;
        }
        // Below the last row the columns of the zones end.
        block.Height += Sizes.Padding - Sizes.Gap / 2;
        return block;
    }

    private Block Tier(Node tier, List<string> zones, int width)
    {
        var subnets = picture.In(tier.Key).Where(node => node.Kind == NodeKind.Subnet).ToList();
        var across = picture.In(tier.Key).Where(node => node.Kind != NodeKind.Subnet).ToList();
        var block = new Block(tier.Key) { Width = width };
        var cell = (width - 2 * Sizes.Padding - (zones.Count - 1) * Sizes.Gap) / zones.Count;
        var y = 2 * Sizes.Header - Sizes.Padding / 2;
        foreach (var node in across)
        {
            var columns = subnets
                .Where(subnet => node.Across.Contains(subnet.Key))
                .Select(subnet => zones.IndexOf(subnet.Zone ?? ""))
                .ToList();
            var (first, last) = columns.Count == 0 ? (0, zones.Count - 1) : (columns.Min(), columns.Max());
            var breadth = (last - first + 1) * (cell + Sizes.Gap) - Sizes.Gap - 2 * Sizes.Padding;
            var part = node.IsCard ? Blocks.Card(node, breadth) : Frame(node, breadth);
            block.Add(part, Sizes.Padding + first * (cell + Sizes.Gap) + Sizes.Padding, y);
            y += part.Height + Sizes.Gap;
        }
        var slots = Slots(subnets);
        var wide = (cell - 2 * Sizes.Padding - (_columns - 1) * Sizes.Gap) / _columns;
        for (var slot = 0; slot < slots.Count; slot += _columns)
        {
            var row = slots.Skip(slot).Take(_columns).ToList();
            var height = row.SelectMany(cards => cards.Values).Max(node => CardText.Of(node, wide).Height);
            for (var column = 0; column < row.Count; column++)
                foreach (var (subnet, node) in row[column])
                {
                    var x = Sizes.Padding + zones.IndexOf(subnet.Zone ?? "") * (cell + Sizes.Gap) + Sizes.Padding;
                    block.Add(new Block(node.Key) { Width = wide, Height = height }, x + column * (wide + Sizes.Gap), y);
                }
            y += height + Sizes.Gap;
        }
        y = Math.Max(y - Sizes.Gap, 2 * Sizes.Header - Sizes.Padding) + Sizes.Padding;
        foreach (var subnet in subnets)
            block.Add(
                new Block(subnet.Key) { Width = cell, Height = y - Sizes.Header + Sizes.Padding / 2 },
                Sizes.Padding + zones.IndexOf(subnet.Zone ?? "") * (cell + Sizes.Gap),
                Sizes.Header - Sizes.Padding / 2
            );
        block.Height = y + Sizes.Padding;
        return block;
    }

    private bool IsCrowded(Node vpc) =>
        picture
            .In(vpc.Key)
            .SelectMany(tier => picture.In(tier.Key))
            .Any(node => picture.In(node.Key).Count() >= (node.Kind == NodeKind.Subnet ? 2 : Crowd));

    private Block Frame(Node frame, int width) =>
        Blocks.Box(frame, [.. picture.In(frame.Key)], Math.Min(picture.In(frame.Key).Count(), Blocks.ColumnsIn(width)), width);

    // A copy lies beside what it is a copy of.
    private List<Dictionary<Node, Node>> Slots(List<Node> subnets)
    {
        var slots = new List<Dictionary<Node, Node>>();
        var cards = subnets.SelectMany(subnet => picture.In(subnet.Key).Select(card => (Subnet: subnet, Card: card))).ToList();
        var copies = cards.Where(item => item.Card.CopyOf is not null).ToLookup(item => item.Card.CopyOf);
        foreach (var item in cards.Where(item => item.Card.CopyOf is null).OrderBy(item => copies[item.Card.Key].Any() ? 0 : 1))
        {
            var family = copies[item.Card.Key].Prepend(item).ToList();
            // More copies than zones lie below each other.
            foreach (
                var round in family.GroupBy(member =>
                    family.TakeWhile(other => other != member).Count(other => other.Subnet == member.Subnet)
                )
            )
            {
                var members = round.ToList();
                var free = slots.Find(slot => members.TrueForAll(member => !slot.ContainsKey(member.Subnet)));
                if (free is null)
                    slots.Add(free = []);
                foreach (var member in members)
                    free[member.Subnet] = member.Card;
            }
        }
        return slots;
    }
}
