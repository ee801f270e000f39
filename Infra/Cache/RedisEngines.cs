using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Cache;

/// <summary>Which versions and node types ElastiCache takes, and which parameter group goes with which engine.</summary>
internal static partial class RedisEngines
{
    /// <summary>Where Redis and Valkey listen.</summary>
    public const int Port = 6379;

    /// <summary>What may be thrown away when memory is full, in the engines' own words.</summary>
    public static readonly string[] EvictionPolicies =
    [
        "allkeys-lru",
        "allkeys-lfu",
        "allkeys-random",
        "volatile-lru",
        "volatile-lfu",
        "volatile-random",
        "volatile-ttl",
        "noeviction",
    ];

    /// <summary>The word that ElastiCache has for an engine.</summary>
    public static string Word(RedisEngine engine) => Settings.Word.Of(engine);

    /// <summary>The family of parameter groups that an engine takes; another one's is refused.</summary>
    public static string Family(RedisEngine engine) => engine == RedisEngine.Valkey ? "valkey8" : "redis7";

    /// <summary>What is wrong with an engine's version or a node type.</summary>
    public static IEnumerable<Problem> Problems(RedisEngine engine, string version, string nodeType)
    {
        if (!(engine == RedisEngine.Valkey ? ValkeyVersion() : RedisVersion()).IsMatch(version))
            yield return engine == RedisEngine.Valkey
                ? new("engineVersion", version, "8.0, 8.1 or a later 8", "engine valkey goes with parameter family valkey8")
                : new(
                    "engineVersion",
                    version,
                    "7.0 or 7.1",
                    "AWS takes no 7.x and no later Redis; engine valkey goes on from 8"
                );
        if (!NodeType().IsMatch(nodeType))
            yield return new("nodeType", nodeType, "a node type such as cache.r7g.large", "see the ElastiCache price list");
        else if (WithoutTls().IsMatch(nodeType))
            yield return new(
                "nodeType",
                nodeType,
                "a current generation",
                "it has no TLS, and the token travels over nothing else"
            );
    }

    [GeneratedRegex(@"\A7\.[01]\z", RegexOptions.CultureInvariant)]
    private static partial Regex RedisVersion();

    [GeneratedRegex(@"\A8\.\d\z", RegexOptions.CultureInvariant)]
    private static partial Regex ValkeyVersion();

    [GeneratedRegex(@"\Acache\.[a-z][a-z0-9]+\.(micro|small|medium|large|\d{0,2}xlarge)\z", RegexOptions.CultureInvariant)]
    private static partial Regex NodeType();

    // "In-transit encryption": what the ElastiCache guide excepts, with the generations that are gone.
    [GeneratedRegex(@"\Acache\.(c1|m1|m2|m3|r3|t1|t2)\.", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutTls();
}
