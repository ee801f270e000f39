namespace Review.Drawing.Layouts;

/// <summary>Finds room for the labels of lines: on their line, not on cards, titles or other labels.</summary>
internal static class LabelPlaces
{
    /// <summary>The size of the letters.</summary>
    public const double Size = 10.5;

    private const int Height = 15;
    private const int Around = 4;

    /// <summary>The routes with the places of their labels.</summary>
    public static IEnumerable<Route> Of(Picture picture, Dictionary<string, Rect> places, List<Route> routes)
    {
        var taken = picture
            .Nodes.Where(node => node.IsCard)
            .Select(node => places[node.Key])
            .Concat(Titles.Of(picture, places, []))
            .ToList();
        // A label for each text at a node: lines with the same one run together there.
        var said = new HashSet<(string To, EdgeKind Kind, string Label)>();
        foreach (var route in routes)
        {
            var place =
                route.Edge.Label.Length > 0 && !said.Contains((route.Edge.To, route.Edge.Kind, route.Edge.Label))
                    ? Find(route, taken)
                    : null;
            if (place is { } found)
            {
                taken.Add(found);
                said.Add((route.Edge.To, route.Edge.Kind, route.Edge.Label));
            }
            yield return route with
            {
                Label = place,
            };
        }
    }

    private static Rect? Find(Route route, List<Rect> taken)
    {
        var width = TextWidth.Of(route.Edge.Label, Size) + 2 * Around;
        for (var at = route.Points.Length - 1; at > 0; at--)
            foreach (var part in (double[])[0.5, 0.3, 0.7, 0.15, 0.85])
            {
                var (a, b) = (route.Points[at - 1], route.Points[at]);
                var (x, y) = ((int)(a.X + (b.X - a.X) * part), (int)(a.Y + (b.Y - a.Y) * part));
                // Beside an arrow's head, or over a bend, it would hide what it explains.
                if (
                    a.Y == b.Y && Math.Abs(b.X - a.X) < width + 2 * Around
                    || a.X == b.X && Math.Abs(b.Y - a.Y) < Height + 2 * Around
                )
                    continue;
                var place = new Rect(x - width / 2, y - Height / 2, width, Height);
                if (!taken.Exists(place.Overlaps))
                    return place;
            }
        return null;
    }
}
