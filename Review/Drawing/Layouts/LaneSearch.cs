namespace Review.Drawing.Layouts;

/// <summary>Finds the cheapest way along lanes from one node to another (Dijkstra's algorithm, over places and directions).</summary>
internal sealed class LaneSearch
{
    private const int Bend = 60;
    private const int Crossing = 30;
    private const int Title = 150;

    // Parts of eight of the length: together with others of its bus a line costs little, beside a line of another bus more.
    private const int Own = 3;
    private const int Free = 8;
    private const int Shared = 15;

    private static readonly (int X, int Y)[] Steps = [(0, -1), (1, 0), (0, 1), (-1, 0)];

    private readonly Lanes _lanes;
    private readonly int _columns;
    private readonly int[] _costs;
    private readonly int[] _from;
    private readonly Dictionary<int, int> _ends = [];

    // The buses that run from left to right and from top to bottom out of each place.
    private readonly List<int>?[] _across;
    private readonly List<int>?[] _down;

    /// <summary>Prepares to search.</summary>
    public LaneSearch(Lanes lanes)
    {
        (_lanes, _columns) = (lanes, lanes.Xs.Length);
        var places = lanes.Xs.Length * lanes.Ys.Length;
        (_costs, _from) = (new int[places * 4], new int[places * 4]);
        (_across, _down) = (new List<int>?[places], new List<int>?[places]);
    }

    /// <summary>The points of the way, from border to border; nothing where there is none.</summary>
    /// <param name="from">Where it may begin.</param>
    /// <param name="to">Where it may end.</param>
    /// <param name="bus">With whom it may run together.</param>
    public List<Point>? Find(List<Port> from, List<Port> to, int bus)
    {
        Array.Fill(_costs, int.MaxValue);
        var queue = new PriorityQueue<int, (int, int)>();
        foreach (var port in from)
            Reach(queue, State(port.Column, port.Row, port.Out), -1, port.Cost);
        _ends.Clear();
        for (var at = 0; at < to.Count; at++)
            _ends[State(to[at].Column, to[at].Row, Opposite(to[at].Out))] = at;
        var (best, bestEnd) = (int.MaxValue, -1);
        while (queue.TryDequeue(out var state, out var priority) && priority.Item1 < best)
        {
            if (priority.Item1 > _costs[state])
                continue;
            if (_ends.TryGetValue(state, out var end) && priority.Item1 + to[end].Cost < best)
                (best, bestEnd) = (priority.Item1 + to[end].Cost, state);
            Step(queue, state, bus);
        }
        return bestEnd < 0 ? null : Way(from, to[_ends[bestEnd]], bestEnd, bus);
    }

    private void Step(PriorityQueue<int, (int, int)> queue, int state, int bus)
    {
        var (column, row, heading) = Parts(state);
        for (var next = 0; next < 4; next++)
        {
            if (next == (int)Opposite(heading))
                continue;
            var cost = _costs[state];
            if (next != (int)heading)
            {
                Reach(queue, State(column, row, (Heading)next), state, cost + Bend);
                continue;
            }
            var (x, y) = (column + Steps[next].X, row + Steps[next].Y);
            if (x < 0 || y < 0 || x >= _columns || y >= _lanes.Ys.Length || _lanes.IsBlocked(x, y))
                continue;
            var (first, across) = (Math.Min(row, y) * _columns + Math.Min(column, x), y == row);
            var length = Math.Abs(_lanes.Xs[x] - _lanes.Xs[column]) + Math.Abs(_lanes.Ys[y] - _lanes.Ys[row]);
            var users = (across ? _across : _down)[first];
            cost +=
                length
                * (
                    users is null ? Free
                    : users.Contains(bus) ? Own
                    : Shared
                )
                / 8;
            cost += _lanes.IsText(x, y) ? Title : 0;
            cost += (across ? _down : _across)[y * _columns + x] is { } crossed && !crossed.Contains(bus) ? Crossing : 0;
            Reach(queue, State(x, y, heading), state, cost);
        }
    }

    private void Reach(PriorityQueue<int, (int, int)> queue, int state, int from, int cost)
    {
        if (cost >= _costs[state])
            return;
        (_costs[state], _from[state]) = (cost, from);
        queue.Enqueue(state, (cost, state));
    }

    private List<Point> Way(List<Port> from, Port end, int state, int bus)
    {
        var points = new List<Point> { end.At };
        var before = -1;
        for (var at = state; at >= 0; before = at, at = _from[at])
        {
            var (column, row, heading) = Parts(at);
            if (before >= 0)
                Use(Parts(before), (column, row, heading), bus);
            points.Add(new(_lanes.Xs[column], _lanes.Ys[row]));
        }
        var first = Parts(before);
        points.Add(from.Find(port => (port.Column, port.Row, port.Out) == first).At);
        points.Reverse();
        return Straightened(points);
    }

    private void Use((int Column, int Row, Heading Heading) a, (int Column, int Row, Heading Heading) b, int bus)
    {
        if (a.Column == b.Column && a.Row == b.Row)
            return;
        var users = a.Row == b.Row ? _across : _down;
        var first = Math.Min(a.Row, b.Row) * _columns + Math.Min(a.Column, b.Column);
        var list = users[first] ??= [];
        if (!list.Contains(bus))
            list.Add(bus);
    }

    // Only where it bends, and both ends.
    private static List<Point> Straightened(List<Point> points)
    {
        var kept = new List<Point>();
        foreach (var point in points)
        {
            if (kept.Count > 0 && kept[^1] == point)
                continue;
            if (
                kept.Count > 1
                && (kept[^1].X == kept[^2].X && kept[^1].X == point.X || kept[^1].Y == kept[^2].Y && kept[^1].Y == point.Y)
            )
                kept.RemoveAt(kept.Count - 1);
            kept.Add(point);
        }
        return kept;
    }

    private int State(int column, int row, Heading heading) => (row * _columns + column) * 4 + (int)heading;

    private (int Column, int Row, Heading Heading) Parts(int state) =>
        (state / 4 % _columns, state / 4 / _columns, (Heading)(state % 4));

    private static Heading Opposite(Heading heading) => (Heading)(((int)heading + 2) % 4);
}
