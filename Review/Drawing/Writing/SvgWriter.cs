using Review.Drawing.Layouts;

namespace Review.Drawing.Writing;

/// <summary>
/// Writes a picture as SVG: one element that needs nothing else, no script, no font, no address. Each node is a group with its key in <c>data-node</c>, each line one
/// with the keys of its ends in <c>data-from</c> and <c>data-to</c>.
/// </summary>
public static class SvgWriter
{
    private const string Prefix = Palette.Class;

    /// <summary>The document, or the element for a page; it is the same.</summary>
    /// <param name="picture">What is drawn.</param>
    /// <param name="layout">Where.</param>
    /// <param name="theme">The colours. Default: those of the reader's system; <c>data-theme</c> with <c>light</c> or <c>dark</c> on the element, or on any around it, decides otherwise.</param>
    public static string Write(Picture picture, Layout layout, Theme theme = Theme.Auto)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(layout);
        var svg = new Markup();
        svg.Open(
            "svg",
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("class", Palette.Class),
            ("role", "img"),
            ("aria-labelledby", $"{Prefix}-title {Prefix}-desc"),
            ("width", layout.Width),
            ("height", layout.Height),
            ("viewBox", $"0 0 {layout.Width} {layout.Height}"),
            (
                "data-theme",
                theme == Theme.Auto ? null
                : theme == Theme.Dark ? "dark"
                : "light"
            )
        );
        svg.Raw("\n");
        svg.Text("title", PictureWords.Title(picture), ("id", $"{Prefix}-title"));
        svg.Text("desc", PictureWords.Description(picture), ("id", $"{Prefix}-desc"));
        svg.Open("style").Raw("\n").Raw(Palette.Css(theme)).Close("style");
        Heads(svg, picture);
        svg.Empty("rect", ("class", "canvas"), ("width", layout.Width), ("height", layout.Height));
        svg.Text("text", PictureWords.Heading(picture), ("class", "heading"), ("x", Sizes.Margin), ("y", 42));
        svg.Text("text", PictureWords.Subtitle(picture), ("class", "sub"), ("x", Sizes.Margin), ("y", 64));
        foreach (var node in picture.Nodes.Where(node => !node.IsCard && node.Kind != NodeKind.Stack))
            SvgNodes.Box(svg, node, layout.Places[node.Key]);
        foreach (var zone in layout.Zones)
            SvgNodes.Zone(svg, zone);
        foreach (var route in layout.Routes.OrderByDescending(route => route.Edge.Kind))
            SvgEdges.Line(svg, picture, route);
        foreach (var node in picture.Nodes.Where(node => node.IsCard))
            SvgNodes.Card(svg, picture, node, layout.Places[node.Key]);
        foreach (var route in layout.Routes)
            SvgEdges.Label(svg, route);
        SvgLegend.Write(svg, picture, layout);
        return svg.Close("svg").ToString();
    }

    // The tips of lines; their forms differ as their colours do.
    private static void Heads(Markup svg, Picture picture)
    {
        svg.Open("defs").Raw("\n");
        foreach (var kind in picture.Edges.Select(edge => edge.Kind).Distinct().Order())
            svg.Open(
                    "marker",
                    ("id", SvgEdges.HeadId(kind)),
                    ("viewBox", "0 0 10 10"),
                    ("refX", 9),
                    ("refY", 5),
                    ("markerWidth", 9),
                    ("markerHeight", 9),
                    ("markerUnits", "userSpaceOnUse"),
                    ("orient", "auto")
                )
                .Empty(
                    "path",
                    ("class", $"{SvgEdges.ClassOf(kind)}-head"),
                    ("d", SvgEdges.Head(kind)),
                    ("fill", kind is EdgeKind.Routing or EdgeKind.Guard ? "none" : null)
                )
                .Close("marker");
        svg.Close("defs");
    }
}
