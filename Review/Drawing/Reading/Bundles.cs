using System.Collections.Immutable;
using System.Globalization;

namespace Review.Drawing.Reading;

/// <summary>Makes one line of many that join the cards of a frame with the same node.</summary>
internal static class Bundles
{
    private const int Least = 3;

    /// <summary>The lines, those from or to most cards of a frame as one from or to the frame; if it is not about all of them, its label says about how many.</summary>
    public static ImmutableArray<Edge> Of(ImmutableArray<Edge> edges, ImmutableArray<Node> nodes)
    {
        var frames = nodes.Where(node => node.Kind == NodeKind.Frame).Select(node => node.Key).ToHashSet(StringComparer.Ordinal);
        var frameOf = nodes
            .Where(node => node is { IsCard: true, Parent: not null } && frames.Contains(node.Parent))
            .ToDictionary(node => node.Key, node => node.Parent!, StringComparer.Ordinal);
        if (frameOf.Count == 0)
            return edges;
        var sizes = frameOf.Values.CountBy(frame => frame).ToDictionary(StringComparer.Ordinal);
        var bundled = Ends(edges, frameOf, sizes, edge => edge.From, (edge, key) => edge with { From = key });
        bundled = Ends(bundled, frameOf, sizes, edge => edge.To, (edge, key) => edge with { To = key });
        var set = new EdgeSet();
        foreach (var edge in bundled)
            set.Add(edge.From, edge.To, edge.Kind, edge.Label);
        return set.Sorted();
    }

    private static List<Edge> Ends(
        IEnumerable<Edge> edges,
        Dictionary<string, string> frameOf,
        Dictionary<string, int> sizes,
        Func<Edge, string> end,
        Func<Edge, string, Edge> move
    )
    {
        var bundled = new List<Edge>();
        // A line between two cards of a frame says something about these two.
        foreach (
            var alike in edges.GroupBy(edge =>
                frameOf.TryGetValue(end(edge), out var frame)
                && frameOf.GetValueOrDefault(edge.From) != frameOf.GetValueOrDefault(edge.To)
                    ? move(edge, frame)
                    : edge
            )
        )
        {
            var all = alike.ToList();
            // A frame that has such a line itself stands for its cards as well.
            var members = all.Count(edge => end(edge) != end(alike.Key));
            var least = members < all.Count ? 1 : Least;
            if (members < least || !sizes.TryGetValue(end(alike.Key), out var size) || members * 2 <= size)
                bundled.AddRange(all);
            else
                bundled.Add(alike.Key with { Label = Told(alike.Key.Label, members, size) });
        }
        return bundled;
    }

    private static string Told(string label, int count, int size)
    {
        var part = count == size ? "" : string.Create(CultureInfo.InvariantCulture, $"{count} of {size}");
        return label.Length == 0 || part.Length == 0 ? label + part : $"{label} ({part})";
    }
}
