using System.Globalization;
using System.Text;
using Review.Drawing.Layouts;

namespace Review.Drawing.Writing;

/// <summary>Writes lines.</summary>
internal static class SvgEdges
{
    private const int Radius = 7;

    /// <summary>The class of a kind of lines.</summary>
    public static string ClassOf(EdgeKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The id of the tip of a kind of lines.</summary>
    public static string HeadId(EdgeKind kind) => $"{Palette.Class}-{ClassOf(kind)}";

    /// <summary>The form of the tip: full for what acts, hollow for data, open for routes, a bar for what guards.</summary>
    public static string Head(EdgeKind kind) =>
        kind switch
        {
            EdgeKind.Routing => "M1 1 L9 5 L1 9",
            EdgeKind.Guard => "M8.5 1 L8.5 9",
            _ => "M1 1.5 L9 5 L1 8.5 Z",
        };

    /// <summary>A line.</summary>
    public static void Line(Markup svg, Picture picture, Route route)
    {
        var edge = route.Edge;
        svg.Open("g", ("class", $"edge {ClassOf(edge.Kind)}"), ("data-from", edge.From), ("data-to", edge.To));
        svg.Text("title", PictureWords.Tooltip(picture, edge));
        svg.Empty("path", ("d", Path(route)), ("marker-end", route.Joins ? null : $"url(#{HeadId(edge.Kind)})")).Close("g");
    }

    /// <summary>What is said of a line, if there is room.</summary>
    public static void Label(Markup svg, Route route)
    {
        if (route.Label is { } place)
            svg.Text(
                "text",
                route.Edge.Label,
                ("class", "label"),
                ("x", place.CenterX),
                ("y", place.Y + 11),
                ("stroke-width", 4),
                ("stroke-linejoin", "round"),
                ("paint-order", "stroke")
            );
    }

    private static string Path(Route route)
    {
        var points = route.Points;
        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture, $"M{points[0].X} {points[0].Y}");
        for (var at = 1; at + 1 < points.Length; at++)
        {
            var (before, bend, after) = (points[at - 1], points[at], points[at + 1]);
            var round = Math.Min(Radius, Math.Min(Length(before, bend), Length(bend, after)) / 2);
            var (into, away) = (Toward(bend, before, round), Toward(bend, after, round));
            path.Append(CultureInfo.InvariantCulture, $" L{into.X} {into.Y} Q{bend.X} {bend.Y} {away.X} {away.Y}");
        }
        return path.Append(CultureInfo.InvariantCulture, $" L{points[^1].X} {points[^1].Y}").ToString();
    }

    private static int Length(Point a, Point b) => Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y);

    private static Point Toward(Point from, Point to, int by) =>
        new(from.X + Math.Sign(to.X - from.X) * by, from.Y + Math.Sign(to.Y - from.Y) * by);
}
