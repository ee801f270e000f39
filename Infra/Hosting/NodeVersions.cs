using System.Collections.Immutable;

namespace Infra.Hosting;

/// <summary>The versions of Node.js that pages are built with. A version that has ended gets no repairs, and npm packages leave it behind.</summary>
internal static class NodeVersions
{
    /// <summary>What new pages are built with; maintained until 30 April 2027. The source says 18, which ended on 30 April 2025.</summary>
    public const int Default = 22;

    /// <summary>Those that are maintained: even numbers only, for the odd ones end after half a year.</summary>
    public static readonly ImmutableArray<int> Maintained = [Default, 24];

    // The release schedule of the Node.js project.
    private static readonly ImmutableSortedDictionary<int, string> Ended = ImmutableSortedDictionary
        .Create<int, string>()
        .Add(14, "30 April 2023")
        .Add(16, "11 September 2023")
        .Add(18, "30 April 2025")
        .Add(20, "30 April 2026");

    /// <summary>Why a version is refused.</summary>
    public static string Why(int version) =>
        Ended.TryGetValue(version, out var day) ? $"Node.js {version} ended on {day}"
        : version % 2 != 0 ? $"Node.js {version} has no long-term support"
        : $"nothing is known of Node.js {version} here";
}
