using Infra.Scheduling;
using Infra.Validation;

namespace Infra.Cache;

/// <summary>What ElastiCache refuses of a cache's nodes and windows together.</summary>
internal static class RedisShape
{
    // A primary and its replicas.
    private const int MostNodes = 6;

    // ElastiCache does nothing in a shorter window.
    private const int ShortestWindow = 60;

    /// <summary>What is wrong with the number of nodes and what they do for each other.</summary>
    public static IEnumerable<Problem> Nodes(int nodes, bool failover, bool multiAz)
    {
        if (nodes is < 1 or > MostNodes)
            yield return new("nodes", nodes, $"1 to {MostNodes}", "a primary and up to five replicas");
        if (failover && nodes == 1)
            yield return new("failover", true, "false with nodes: 1", "a single node has nothing to fail over to; add a second");
        if (multiAz && nodes == 1)
            yield return new("multiAz", true, "false with nodes: 1", "a single node is in one zone; add a second");
        if (multiAz && !failover)
            yield return new("multiAz", true, "false while failover is false", "ElastiCache keeps zones apart only to fail over");
    }

    /// <summary>What is wrong with the windows.</summary>
    public static IEnumerable<Problem> Windows(int snapshotDays, string snapshot, string maintenance)
    {
        if (snapshotDays is < 0 or > 35)
            yield return new("snapshotDays", snapshotDays, "0 to 35", "ElastiCache keeps snapshots no longer; 0 takes none");
        var daily = UtcWindow.Parse(snapshot);
        var weekly = UtcWindow.Parse(maintenance);
        if (daily is not { IsWeekly: false, Minutes: >= ShortestWindow })
            yield return new("snapshotWindow", snapshot, "hh:mm-hh:mm in UTC of an hour at least", "for example 03:00-05:00");
        if (weekly is not { IsWeekly: true, Minutes: >= ShortestWindow })
            yield return new(
                "maintenanceWindow",
                maintenance,
                "ddd:hh:mm-ddd:hh:mm in UTC of an hour at least",
                "for example sun:05:00-sun:06:00"
            );
        if (daily is not null && weekly is not null && daily.Overlaps(weekly))
            yield return new(
                "snapshotWindow",
                snapshot,
                $"a window apart from maintenanceWindow {maintenance}",
                "ElastiCache does not do both at once; move one of them"
            );
    }
}
