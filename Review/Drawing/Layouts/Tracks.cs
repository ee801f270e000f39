namespace Review.Drawing.Layouts;

/// <summary>Draws lines that share a lane beside each other. Lines of one bus stay together.</summary>
internal static class Tracks
{
    private const int Widest = 6;

    // From the first to the last line of a lane: less than what keeps lines from cards.
    private const int Room = 2 * Sizes.Shy - 2;

    private sealed record Piece(int Bus, bool Across, int Lane, List<(int Route, int At)> Members)
    {
        public int First { get; set; }
        public int Last { get; set; }
    }

    /// <summary>Moves the pieces of lines.</summary>
    public static void Spread(List<(int Bus, List<Point> Points)> routes)
    {
        var moves = routes.Select(route => new int[route.Points.Count]).ToList();
        foreach (var lane in Pieces(routes).GroupBy(piece => (piece.Across, piece.Lane)))
        foreach (var cluster in Clusters([.. lane.OrderBy(piece => piece.First).ThenBy(piece => piece.Bus)]))
            Assign(cluster, moves);
        for (var route = 0; route < routes.Count; route++)
            Move(routes[route].Points, moves[route]);
    }

    // Pieces of one bus that touch in a lane are one.
    private static List<Piece> Pieces(List<(int Bus, List<Point> Points)> routes)
    {
        var pieces = new List<Piece>();
        for (var route = 0; route < routes.Count; route++)
        for (var at = 0; at + 1 < routes[route].Points.Count; at++)
        {
            var (a, b) = (routes[route].Points[at], routes[route].Points[at + 1]);
            var across = a.Y == b.Y;
            var (first, last) = across ? (Math.Min(a.X, b.X), Math.Max(a.X, b.X)) : (Math.Min(a.Y, b.Y), Math.Max(a.Y, b.Y));
            var piece = new Piece(routes[route].Bus, across, across ? a.Y : a.X, [(route, at)]) { First = first, Last = last };
            while (pieces.FindIndex(other => IsOne(other, piece)) is >= 0 and var same)
            {
                var other = pieces[same];
                pieces.RemoveAt(same);
                piece.Members.AddRange(other.Members);
                (piece.First, piece.Last) = (Math.Min(piece.First, other.First), Math.Max(piece.Last, other.Last));
            }
            pieces.Add(piece);
        }
        return pieces;
    }

    private static bool IsOne(Piece one, Piece other) =>
        one.Bus == other.Bus
        && one.Across == other.Across
        && one.Lane == other.Lane
        && one.First <= other.Last
        && other.First <= one.Last;

    private static IEnumerable<List<Piece>> Clusters(List<Piece> pieces)
    {
        var cluster = new List<Piece>();
        var end = int.MinValue;
        foreach (var piece in pieces)
        {
            if (cluster.Count > 0 && piece.First > end)
            {
                yield return cluster;
                cluster = [];
            }
            cluster.Add(piece);
            end = Math.Max(end, piece.Last);
        }
        if (cluster.Count > 0)
            yield return cluster;
    }

    private static void Assign(List<Piece> cluster, List<int[]> moves)
    {
        var ends = new List<int>();
        var tracks = new List<int>();
        foreach (var piece in cluster)
        {
            var track = ends.FindIndex(end => end < piece.First);
            if (track < 0)
            {
                track = ends.Count;
                ends.Add(0);
            }
            ends[track] = piece.Last;
            tracks.Add(track);
        }
        var step = ends.Count < 2 ? 0.0 : Math.Min(Widest, (double)Room / (ends.Count - 1));
        for (var at = 0; at < cluster.Count; at++)
            foreach (var (route, member) in cluster[at].Members)
                moves[route][member] = (int)Math.Round((tracks[at] - (ends.Count - 1) / 2.0) * step);
    }

    // Each point lies on the piece before it and on the piece behind it, one of which is upright.
    private static void Move(List<Point> points, int[] moves)
    {
        var before = points.ToList();
        for (var at = 0; at < points.Count; at++)
        {
            var (dx, dy) = (0, 0);
            foreach (var piece in (int[])[at - 1, at])
                if (piece >= 0 && piece + 1 < points.Count)
                    if (before[piece].Y == before[piece + 1].Y)
                        dy = moves[piece];
                    else
                        dx = moves[piece];
            points[at] = new(before[at].X + dx, before[at].Y + dy);
        }
    }
}
