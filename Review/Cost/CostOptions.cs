using Review.Cost.Prices;
using Review.Cost.Usage;

namespace Review.Cost;

/// <summary>How an estimate is made.</summary>
public sealed record CostOptions
{
    /// <summary>Numbers that go before the profiles of the stack. Default: none.</summary>
    public UsageLayer? Usage { get; init; }

    /// <summary>Whether what AWS gives to every account for nothing is taken off, as if the stack were alone in it. Default: no.</summary>
    public bool FreeTier { get; init; }

    /// <summary>Where prices come from. Default: the book of this build.</summary>
    public PriceBook Prices { get; init; } = PriceBook.Current;

    /// <summary>The names of profiles to take instead of those of the stack. Default: those of its system and environment.</summary>
    public IReadOnlyList<string>? Profiles { get; init; }
}
