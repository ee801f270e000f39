using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Network;

/// <summary>Checks the availability zones of a network.</summary>
internal static class ZoneCheck
{
    private const int MinZones = 2;
    private const int MaxZones = 3;

    /// <summary>Every problem of the zones, with paths relative to the network's settings.</summary>
    public static IEnumerable<Problem> Problems(string region, ImmutableArray<string> zones)
    {
        if (zones.Length is < MinZones or > MaxZones)
        {
            var want = $"{MinZones} or {MaxZones} zones";
            yield return new("zones", zones, want, "a load balancer and a database subnet group need two zones at least");
        }
        for (var index = 0; index < zones.Length; index++)
        {
            var path = $"zones[{index}]";
            if (!IsZoneOf(region, zones[index]))
                yield return new(
                    path,
                    zones[index],
                    $"a zone of {region}",
                    $"write the region and a letter, for example {region}a"
                );
            else if (zones.IndexOf(zones[index]) < index)
                yield return new(path, $"{zones[index]} twice", "each zone once", "two subnets in one zone fail together");
        }
    }

    private static bool IsZoneOf(string region, string zone) =>
        zone.Length == region.Length + 1
        && zone.StartsWith(region, StringComparison.Ordinal)
        && char.IsAsciiLetterLower(zone[^1]);
}
