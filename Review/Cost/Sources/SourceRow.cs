using System.Collections.Immutable;

namespace Review.Cost.Sources;

/// <summary>One row of a source document's table of costs.</summary>
/// <param name="Label">What the source calls it.</param>
/// <param name="Low">USD a month, the lower end.</param>
/// <param name="High">USD a month, the upper end; the same where the source gives one number.</param>
/// <param name="Prices">What of our bill belongs to it, by how ids of prices begin.</param>
/// <param name="Why">Why ours differs.</param>
public sealed record SourceRow(string Label, decimal Low, decimal High, ImmutableArray<string> Prices, string Why);
