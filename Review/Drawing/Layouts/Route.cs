using System.Collections.Immutable;

namespace Review.Drawing.Layouts;

/// <summary>The way of a line: horizontal and vertical pieces in turn, around all cards that it does not join.</summary>
/// <param name="Edge">The line.</param>
/// <param name="Points">Where it begins, bends and ends.</param>
public sealed record Route(Edge Edge, ImmutableArray<Point> Points)
{
    /// <summary>Whether it ends in another line that leads to the same node. Default: it ends at its node.</summary>
    public bool Joins { get; init; }

    /// <summary>Where its label is written. Default: nowhere; there was no room, or another line to the same node says it already.</summary>
    public Rect? Label { get; init; }
}
