using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Cache;

/// <summary>What a <see cref="RedisCluster"/> needs. Plain values decide its shape; inputs only wire it up.</summary>
internal sealed record RedisClusterArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>Where the nodes live; two zones at least where the cache spans zones.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>Who may connect.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The key that encrypts memory, snapshots and logs; its policy must let CloudWatch Logs use it.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>The token that clients must give; secret. Its form is checked where it is made.</summary>
    public required Input<string> AuthToken { get; init; }

    /// <summary>Default: Redis.</summary>
    public RedisEngine Engine { get; init; } = RedisEngine.Redis;

    /// <summary>Default: 7.1. AWS takes a minor version for Redis 7 and Valkey, never 7.x.</summary>
    public string EngineVersion { get; init; } = "7.1";

    /// <summary>Default: 13 GiB of memory on Graviton.</summary>
    public string NodeType { get; init; } = "cache.r7g.large";

    /// <summary>Default: 2, a primary and a replica.</summary>
    public int Nodes { get; init; } = 2;

    /// <summary>Default: true. A replica takes over when the primary is lost.</summary>
    public bool Failover { get; init; } = true;

    /// <summary>Default: true. Primary and replica are in different zones.</summary>
    public bool MultiAz { get; init; } = true;

    /// <summary>What is thrown away when memory is full. Default: whatever was used least recently, sessions and codes included.</summary>
    public string MaxmemoryPolicy { get; init; } = "allkeys-lru";

    /// <summary>Days for which snapshots are kept. Default: 5; 0 takes none.</summary>
    public int SnapshotDays { get; init; } = 5;

    /// <summary>When the daily snapshot is taken, in UTC. Default: noon to 14:00 in Japan, as the source has it.</summary>
    public string SnapshotWindow { get; init; } = "03:00-05:00";

    /// <summary>When AWS may replace nodes, in UTC. Default: Sunday 14:00 in Japan, as the source has it.</summary>
    public string MaintenanceWindow { get; init; } = "sun:05:00-sun:06:00";

    /// <summary>Days for which the slow log and the engine log are kept. Default: a month.</summary>
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>Default: false. Changes wait for the maintenance window, because many of them cut connections.</summary>
    public bool ApplyImmediately { get; init; }

    /// <summary>Default: true. Refuses deletion, which ends every session.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        var problems = RedisEngines.Problems(Engine, EngineVersion, NodeType).ToList();
        problems.AddRange(RedisShape.Nodes(Nodes, Failover, MultiAz));
        problems.AddRange(RedisShape.Windows(SnapshotDays, SnapshotWindow, MaintenanceWindow));
        if (!RedisEngines.EvictionPolicies.Contains(MaxmemoryPolicy))
            problems.Add(
                new("maxmemoryPolicy", MaxmemoryPolicy, Spelling.OneOf(RedisEngines.EvictionPolicies), "pick one of these words")
            );
        return problems;
    }
}
