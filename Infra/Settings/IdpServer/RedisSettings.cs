using Infra.Cache;
using Infra.Validation;

namespace Infra.Settings.IdpServer;

/// <summary>Settings of the cache.</summary>
internal sealed record RedisSettings
{
    [Setting("What serves the Redis protocol. Changing it is an upgrade in place; there is no way back from valkey.")]
    public RedisEngine Engine { get; init; } = RedisEngine.Redis;

    [Setting("Its version: 7.0 or 7.1 of redis, 8.0 and later of valkey.", Form = "a version such as 7.1", Pattern = @"^\d\.\d$")]
    public string EngineVersion { get; init; } = "7.1";

    [Setting("The size of each node.", Form = "a node type such as cache.r7g.large", Pattern = @"^cache\.[a-z0-9]+\.[a-z0-9]+$")]
    public string NodeType { get; init; } = "cache.r7g.large";

    [Setting("The primary and its replicas.", Min = 1, Max = 6)]
    public int Nodes { get; init; } = 2;

    [Setting("Whether a replica takes over from a lost primary. Needs two nodes.")]
    public bool Failover { get; init; } = true;

    [Setting("Whether primary and replica are in different zones. Needs failover.")]
    public bool MultiAz { get; init; } = true;

    [Setting(
        "What is thrown away when memory is full. allkeys-lru may evict sessions and codes; volatile-lru only keys that expire.",
        Words = [
            "allkeys-lru",
            "allkeys-lfu",
            "allkeys-random",
            "volatile-lru",
            "volatile-lfu",
            "volatile-random",
            "volatile-ttl",
            "noeviction",
        ]
    )]
    public string MaxmemoryPolicy { get; init; } = "allkeys-lru";

    [Setting("How long daily snapshots are kept; 0 takes none.", Unit = "days", Min = 0, Max = 35)]
    public int SnapshotDays { get; init; } = 5;

    [Setting("When the snapshot is taken, in UTC (the default is 12:00-14:00 in Japan).", Form = "hh:mm-hh:mm")]
    public string SnapshotWindow { get; init; } = "03:00-05:00";

    [Setting("When AWS may replace nodes, in UTC (the default is Sunday 14:00-15:00 in Japan).", Form = "ddd:hh:mm-ddd:hh:mm")]
    public string MaintenanceWindow { get; init; } = "sun:05:00-sun:06:00";

    [Setting("Whether changes are made at once rather than in the maintenance window. Many of them cut connections.")]
    public bool ApplyImmediately { get; init; }

    [Setting("Who speaks TLS to the cache: a proxy beside the application, or the application itself.")]
    public RedisTls Tls { get; init; } = RedisTls.Sidecar;

    [Setting(
        "The image of that proxy: HAProxy 2.6 or later on Alpine, by tag or digest.",
        Form = "an image with a tag or digest"
    )]
    public string ProxyImage { get; init; } = RedisTlsProxy.DefaultImage;

    [LogRetention("How long the slow log and the engine log are kept.")]
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>What the bounds alone cannot say.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var problem in RedisEngines.Problems(Engine, EngineVersion, NodeType))
            yield return problem;
        foreach (var problem in RedisShape.Nodes(Nodes, Failover, MultiAz))
            yield return problem;
        foreach (var problem in RedisShape.Windows(SnapshotDays, SnapshotWindow, MaintenanceWindow))
            yield return problem;
        if (Tls == RedisTls.Sidecar && RedisTlsProxy.ImageProblem(ProxyImage) is { } image)
            yield return image.Under("proxyImage");
    }
}
