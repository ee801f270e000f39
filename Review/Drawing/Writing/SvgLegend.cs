using Review.Drawing.Layouts;

namespace Review.Drawing.Writing;

/// <summary>Writes what the lines mean.</summary>
internal static class SvgLegend
{
    private const int Sample = 34;

    /// <summary>The explanation below the picture: of the kinds of lines that it has, of copies and of numbers.</summary>
    public static void Write(Markup svg, Picture picture, Layout layout)
    {
        var (x, y) = (Sizes.Margin, layout.Height - Sizes.Margin);
        svg.Open("g", ("class", "legend")).Raw("\n");
        foreach (var kind in picture.Edges.Select(edge => edge.Kind).Distinct().Order())
        {
            svg.Open("g", ("class", $"edge {SvgEdges.ClassOf(kind)}"))
                .Empty("path", ("d", $"M{x} {y - 4} L{x + Sample} {y - 4}"), ("marker-end", $"url(#{SvgEdges.HeadId(kind)})"))
                .Close("g");
            x = Word(svg, PictureWords.Of(kind), x + Sample + 8, y);
        }
        if (picture.Nodes.Any(node => node.Kind == NodeKind.Copy))
        {
            svg.Open("g", ("class", "node copy"))
                .Empty("rect", ("x", x), ("y", y - 12), ("width", Sample), ("height", 16), ("rx", 4))
                .Close("g");
            x = Word(svg, "copy that AWS keeps", x + Sample + 8, y);
        }
        if (picture.Nodes.Any(node => node.IsCard && node.Resources.Length > 1))
        {
            svg.Open("g", ("class", "node card"))
                .Empty("rect", ("class", "pill"), ("x", x), ("y", y - 12), ("width", 24), ("height", 16), ("rx", 7))
                .Text("text", "12", ("class", "count"), ("x", x + 12), ("y", y))
                .Close("g");
            Word(svg, "resources of the plan in it", x + 32, y);
        }
        svg.Close("g");
    }

    private static int Word(Markup svg, string word, int x, int y)
    {
        svg.Text("text", word, ("class", "name"), ("x", x), ("y", y));
        return x + TextWidth.Of(word, CardText.NameSize) + 24;
    }
}
