using Review.Model;

namespace Review.Comparison.Summary;

/// <summary>One question of the summary.</summary>
/// <param name="Area">What it belongs to, in people's words.</param>
/// <param name="Label">What it is.</param>
/// <param name="Of">The answer of a stack. Default: it has nothing of the kind.</param>
internal sealed record HighlightRow(string Area, string Label, Func<StackModel, string?> Of);
