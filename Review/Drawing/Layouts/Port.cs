namespace Review.Drawing.Layouts;

/// <summary>A place where a line can leave or reach a node.</summary>
/// <param name="Column">The lane from top to bottom that passes it, by number.</param>
/// <param name="Row">The lane from left to right that passes it, by number.</param>
/// <param name="Out">Which way a line goes that leaves there.</param>
/// <param name="At">The place on the border of the node.</param>
/// <param name="Cost">What it costs to be used: the further from the middle of its side, the more.</param>
internal readonly record struct Port(int Column, int Row, Heading Out, Point At, int Cost);
