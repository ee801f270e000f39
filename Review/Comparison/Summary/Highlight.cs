namespace Review.Comparison.Summary;

/// <summary>A fact about a stack that people ask for first, where two stacks differ in it.</summary>
/// <param name="Area">What it belongs to, in people's words.</param>
/// <param name="Label">What it is.</param>
/// <param name="Left">How it is in the left stack.</param>
/// <param name="Right">How it is in the right stack.</param>
public sealed record Highlight(string Area, string Label, string Left, string Right);
