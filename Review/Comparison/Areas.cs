using System.Collections.Immutable;

namespace Review.Comparison;

/// <summary>The parts of a stack, in the order in which people ask for them.</summary>
internal static class Areas
{
    /// <summary>What lies in no component with an area.</summary>
    public const string Other = "other";

    private static readonly ImmutableArray<string> Order =
    [
        "network",
        "data",
        "cache",
        "compute",
        "serverless",
        "edge",
        "identity",
        "storage",
        "mail",
        "hosting",
        "security",
        "configuration",
        "protection",
        "observability",
        "cost",
        "system",
    ];

    /// <summary>Where an area stands; unknown ones come last.</summary>
    public static int Rank(string area) => Order.IndexOf(area) is >= 0 and var rank ? rank : Order.Length;
}
