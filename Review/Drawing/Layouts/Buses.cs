using System.Collections.Immutable;

namespace Review.Drawing.Layouts;

/// <summary>Where several lines run together to one node, only one is drawn; the others end where they join it.</summary>
internal static class Buses
{
    /// <summary>The routes, those cut that join another one.</summary>
    public static IEnumerable<Route> Joined(IReadOnlyList<Route> routes)
    {
        var drawn = new List<Route>();
        foreach (var route in routes)
        {
            var cut = route.Points;
            foreach (var other in drawn.Where(other => other.Edge.To == route.Edge.To && other.Edge.Kind == route.Edge.Kind))
                if (Cut(route.Points, other.Points) is { } shorter && Length(shorter) < Length(cut))
                    cut = shorter;
            drawn.Add(route);
            yield return route with
            {
                Points = cut,
                Joins = cut != route.Points,
            };
        }
    }

    /// <summary>How long a way is.</summary>
    public static int Length(ImmutableArray<Point> points)
    {
        var length = 0;
        for (var at = 1; at < points.Length; at++)
            length += Math.Abs(points[at].X - points[at - 1].X) + Math.Abs(points[at].Y - points[at - 1].Y);
        return length;
    }

    // From the end backwards as long as both go the same way; nothing where they do not even end together.
    private static ImmutableArray<Point>? Cut(ImmutableArray<Point> points, ImmutableArray<Point> other)
    {
        var same = 0;
        while (same < points.Length && same < other.Length && points[^(same + 1)] == other[^(same + 1)])
            same++;
        if (same == 0 || same == points.Length || same == other.Length)
            return null;
        var (last, mine, its) = (points[^same], points[^(same + 1)], other[^(same + 1)]);
        var along =
            Math.Sign(mine.X - last.X) == Math.Sign(its.X - last.X) && Math.Sign(mine.Y - last.Y) == Math.Sign(its.Y - last.Y);
        var near = Length([last, mine]) < Length([last, its]) ? mine : its;
        var join = along ? near : last;
        if (same == 1 && !along)
            return null;
        var kept = points[..^same];
        return kept[^1] == join ? kept : kept.Add(join);
    }
}
