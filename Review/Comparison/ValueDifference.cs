using Engine.Values;

namespace Review.Comparison;

/// <summary>One place where the inputs of two resources differ; secrets are wrapped as such on both sides.</summary>
/// <param name="Path">Keys with dots between them; an item of a list stands in brackets by its own key, or by its position.</param>
/// <param name="Left">The value of the left stack. Default: it has none.</param>
/// <param name="Right">The value of the right stack. Default: it has none.</param>
internal sealed record ValueDifference(string Path, PropertyValue? Left, PropertyValue? Right);
