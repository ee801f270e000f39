namespace Review.Drawing.Layouts;

/// <summary>Finds the ways of all lines, one after the other: short, with few bends, along those of the same kind to the same node, away from others.</summary>
internal sealed class Router
{
    private readonly Picture _picture;
    private readonly Dictionary<string, Rect> _places;
    private readonly Lanes _lanes;

    /// <summary>Prepares to find them.</summary>
    public Router(Picture picture, Dictionary<string, Rect> places, IReadOnlyCollection<Zone> zones)
    {
        (_picture, _places) = (picture, places);
        var cards = picture.Nodes.Where(node => node.IsCard).Select(node => places[node.Key]).ToList();
        var boxes = picture
            .Edges.SelectMany(edge => (string[])[edge.From, edge.To])
            .Distinct()
            .Where(IsBox)
            .Select(key => places[key])
            .ToList();
        _lanes = new(cards, boxes, [.. Titles.Of(picture, places, zones)]);
    }

    /// <summary>The ways, in the order of the lines; a line for which there is none is left out.</summary>
    public List<Route> Route()
    {
        var search = new LaneSearch(_lanes);
        var found = new List<(Edge Edge, int Bus, List<Point> Points)>();
        var buses = new Dictionary<(string To, EdgeKind Kind), int>();
        foreach (var edge in _picture.Edges.OrderBy(edge => edge.Kind).ThenBy(Distance))
        {
            // Lines of a kind to the same node may run together, as cables do.
            if (!buses.TryGetValue((edge.To, edge.Kind), out var bus))
                buses[(edge.To, edge.Kind)] = bus = buses.Count + 1;
            if (search.Find(Ports(edge.From), Ports(edge.To), bus) is { } points)
                found.Add((edge, bus, points));
        }
        Tracks.Spread([.. found.Select(route => (route.Bus, route.Points))]);
        var order = _picture.Edges.Select((edge, at) => (edge, at)).ToDictionary(item => item.edge, item => item.at);
        return [.. found.OrderBy(route => order[route.Edge]).Select(route => new Route(route.Edge, [.. route.Points]))];
    }

    private bool IsBox(string key) => _picture.Find(key) is { IsCard: false };

    private int Distance(Edge edge)
    {
        var (from, to) = (_places[edge.From], _places[edge.To]);
        return Math.Abs(from.CenterX - to.CenterX) + Math.Abs(from.CenterY - to.CenterY);
    }

    // Lines leave a card on any side where a lane ends at it; a box by its top or bottom.
    private List<Port> Ports(string key)
    {
        var place = _places[key];
        var ports = new List<Port>();
        var (xs, ys) = (_lanes.Xs, _lanes.Ys);
        var (above, below) = (Array.BinarySearch(ys, place.Y - Sizes.Lane), Array.BinarySearch(ys, place.Bottom + Sizes.Lane));
        for (var column = 0; column < xs.Length; column++)
            if (xs[column] > place.X + Sizes.Lane && xs[column] < place.Right - Sizes.Lane)
            {
                var cost = Math.Abs(xs[column] - place.CenterX) / 4;
                Add(ports, column, above, Heading.Up, new(xs[column], place.Y), cost);
                Add(ports, column, below, Heading.Down, new(xs[column], place.Bottom), cost);
            }
        if (IsBox(key))
            return ports;
        var (left, right) = (Array.BinarySearch(xs, place.X - Sizes.Lane), Array.BinarySearch(xs, place.Right + Sizes.Lane));
        for (var row = 0; row < ys.Length; row++)
            if (ys[row] > place.Y + Sizes.Lane && ys[row] < place.Bottom - Sizes.Lane)
            {
                var cost = Math.Abs(ys[row] - place.CenterY) / 4;
                Add(ports, left, row, Heading.Left, new(place.X, ys[row]), cost);
                Add(ports, right, row, Heading.Right, new(place.Right, ys[row]), cost);
            }
        return ports;
    }

    private void Add(List<Port> ports, int column, int row, Heading heading, Point at, int cost)
    {
        if (column >= 0 && row >= 0 && !_lanes.IsBlocked(column, row))
            ports.Add(new(column, row, heading, at, cost));
    }
}
