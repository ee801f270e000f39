using System.Collections.Immutable;

namespace Review.Cost.Usage;

/// <summary>Numbers from one place: a file, or a profile of this repository.</summary>
/// <param name="Source">What it is called.</param>
/// <param name="Values">Numbers for the whole stack, by setting.</param>
/// <param name="Resources">Numbers for one resource, by its name and then by setting.</param>
public sealed record UsageLayer(
    string Source,
    ImmutableSortedDictionary<string, UsageValue> Values,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, UsageValue>> Resources
);
