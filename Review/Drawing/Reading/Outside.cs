using System.Collections.Immutable;

namespace Review.Drawing.Reading;

/// <summary>What lies outside of AWS: drawn only if a line leads there.</summary>
internal static class Outside
{
    /// <summary>The key of the internet.</summary>
    public const string Internet = "internet";

    /// <summary>The picture with the internet where it has to do with the stack.</summary>
    public static ImmutableArray<Node> With(ImmutableArray<Node> nodes, ImmutableArray<Edge> edges) =>
        edges.Any(edge => edge.From == Internet || edge.To == Internet)
            ? nodes.Insert(
                1,
                new Node(Internet, NodeKind.Outside, "Internet")
                {
                    Name = "users and clients",
                    Glyph = "NET",
                    Area = "outside",
                }
            )
            : nodes;
}
