using System.Collections.Immutable;

namespace Review.Runbooks;

/// <summary>One way to fill the names of a command.</summary>
/// <param name="Values">The values by name.</param>
/// <param name="Region">Where the resources are, if not in the region of the stack.</param>
internal sealed record NameRow(ImmutableSortedDictionary<string, string> Values, string? Region)
{
    /// <summary>Nothing to fill.</summary>
    public static NameRow Empty { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), null);

    /// <summary>Both together.</summary>
    public NameRow With(NameRow other) => new(Values.AddRange(other.Values), Region ?? other.Region);
}
