using Infra.Scheduling;

namespace Infra.Cache;

/// <summary>What a preview tells people of a cache that is sound, and yet may surprise them.</summary>
internal static class RedisNotes
{
    /// <summary>What may end sessions without anybody noticing; nothing where only keys that expire anyway may go.</summary>
    public static string? Eviction(string maxmemoryPolicy) =>
        maxmemoryPolicy.StartsWith("allkeys-", StringComparison.Ordinal)
            ? $"maxmemory-policy {maxmemoryPolicy} may evict sessions and authorization codes when memory is full; "
                + "redis.maxmemoryPolicy: volatile-lru evicts only keys that expire"
            : null;

    /// <summary>When the windows are for people in Japan.</summary>
    public static string Windows(string snapshot, string maintenance) =>
        $"windows are in UTC: snapshots {snapshot} is {Tokyo(snapshot)}, maintenance {maintenance} is {Tokyo(maintenance)}";

    private static string Tokyo(string window) => UtcWindow.Parse(window)?.InTokyo ?? window;
}
