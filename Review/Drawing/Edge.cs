namespace Review.Drawing;

/// <summary>A line from one node to another. There is one at most of a kind between two nodes.</summary>
/// <param name="From">The key of the node that it leaves.</param>
/// <param name="To">The key of the node that it leads to.</param>
/// <param name="Kind">Why it is there.</param>
/// <param name="Label">Ports, or a word for what goes along it; may be empty.</param>
public sealed record Edge(string From, string To, EdgeKind Kind, string Label);
