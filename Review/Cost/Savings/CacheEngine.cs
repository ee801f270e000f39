using Engine.Values;

namespace Review.Cost.Savings;

/// <summary>Valkey, the fork of Redis that AWS charges a fifth less for.</summary>
internal static class CacheEngine
{
    /// <summary>Replication groups of Redis OSS.</summary>
    public static IEnumerable<Saving> Valkey(WhatIf question) =>
        question.Set(
            new(
                "Take Valkey instead of Redis OSS",
                null,
                [],
                "engine: valkey, engineVersion: 8.x and a parameter group of the family valkey8",
                "AWS upgrades a group in place and never back: try it in dev first; clients speak the same protocol"
            ),
            question
                .Stack.All("aws:elasticache/replicationGroup:ReplicationGroup")
                .Where(group => group["engine"] is { IsMissing: true } or { Text: "redis" }),
            "engine",
            _ => new StringValue("valkey")
        );
}
