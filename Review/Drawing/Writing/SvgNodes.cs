using Review.Drawing.Layouts;

namespace Review.Drawing.Writing;

/// <summary>Writes boxes, zones and cards.</summary>
internal static class SvgNodes
{
    private const int Glyph = 30;

    /// <summary>A box with its title.</summary>
    public static void Box(Markup svg, Node box, Rect place)
    {
        var kind = box.Kind.ToString().ToLowerInvariant();
        Begin(svg, box, box.Kind == NodeKind.Tier ? $"{kind} tier-{box.Area}" : kind);
        Rectangle(svg, place, box.Kind is NodeKind.Subnet or NodeKind.Frame ? 6 : 10);
        svg.Text("text", box.Title, ("class", "title"), ("x", place.X + Titles.Left), ("y", place.Y + Titles.Baseline));
        if (Titles.NameOf(box).Length > 0)
            svg.Text(
                "text",
                Titles.NameOf(box),
                ("class", "box-name"),
                ("x", place.X + Titles.Left + 8 + TextWidth.Of(box.Title, Titles.Size, bold: true)),
                ("y", place.Y + Titles.Baseline)
            );
        svg.Close("g");
    }

    /// <summary>The column of a zone.</summary>
    public static void Zone(Markup svg, Zone zone)
    {
        svg.Open("g", ("class", "zone"));
        Rectangle(svg, zone.Place, 8);
        svg.Text("text", zone.Name, ("class", "title"), ("x", zone.Place.X + Titles.Left), ("y", zone.Place.Y + 17)).Close("g");
    }

    /// <summary>A card.</summary>
    public static void Card(Markup svg, Picture picture, Node node, Rect place)
    {
        var text = CardText.Of(node, place.Width);
        Begin(svg, node, node.Kind.ToString().ToLowerInvariant());
        Rectangle(svg, place, 8);
        svg.Empty(
            "rect",
            ("class", $"a-{node.Area}"),
            ("x", place.X + 10),
            ("y", place.Y + 10),
            ("width", Glyph),
            ("height", Glyph),
            ("rx", 7),
            ("stroke", "none"),
            ("fill-opacity", node.Kind == NodeKind.Copy ? ".6" : null)
        );
        svg.Text(
            "text",
            node.Glyph,
            ("class", "glyph"),
            ("x", place.X + 10 + Glyph / 2),
            ("y", place.Y + 29),
            ("style", node.Glyph.Length > 3 ? "font-size:8px;letter-spacing:0" : null)
        );
        var (x, y) = (place.X + CardText.Left, place.Y + CardText.Top + 12);
        svg.Text("text", text.Title, ("class", "title"), ("x", x), ("y", y));
        y += CardText.TitleLine - 2;
        if (text.Name.Length > 0)
        {
            svg.Text("text", text.Name, ("class", "name"), ("x", x), ("y", y));
            y += CardText.NameLine;
        }
        foreach (var line in text.Facts)
        {
            svg.Text("text", line, ("class", "fact"), ("x", x), ("y", y));
            y += CardText.FactLine;
        }
        if (text.Count.Length > 0)
            Count(svg, text, place);
        svg.Close("g");
    }

    private static void Count(Markup svg, CardText text, Rect place)
    {
        var width = TextWidth.Of(text.Count, CardText.FactSize) + 10;
        var y = place.Y + CardText.Top + (text.Name.Length == 0 ? 0 : CardText.TitleLine - 2);
        svg.Empty(
            "rect",
            ("class", "pill"),
            ("x", place.Right - width - 8),
            ("y", y),
            ("width", width),
            ("height", 15),
            ("rx", 7)
        );
        svg.Text("text", text.Count, ("class", "count"), ("x", place.Right - 8 - width / 2), ("y", y + 11));
    }

    private static void Begin(Markup svg, Node node, string kind)
    {
        svg.Open("g", ("class", $"node {kind}"), ("id", $"{Palette.Class}-{node.Key}"), ("data-node", node.Key)).Raw("\n");
        svg.Text("title", PictureWords.Tooltip(node));
    }

    private static void Rectangle(Markup svg, Rect place, int radius) =>
        svg.Empty("rect", ("x", place.X), ("y", place.Y), ("width", place.Width), ("height", place.Height), ("rx", radius));
}
