namespace Infra.Cache;

/// <summary>What serves the Redis protocol.</summary>
internal enum RedisEngine
{
    /// <summary>Redis OSS 7, the last that ElastiCache offers.</summary>
    Redis,

    /// <summary>Valkey 8, its free successor; a fifth cheaper on ElastiCache.</summary>
    Valkey,
}
