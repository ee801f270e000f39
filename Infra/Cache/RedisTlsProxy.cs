using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Cache;

/// <summary>
/// The container beside the application that speaks TLS to the cache for it: HAProxy, started with a configuration that travels in an
/// environment variable. These are plain values; whoever builds the task turns them into a container definition. The application connects
/// to <see cref="Host"/>, starts when this container is healthy and is stopped before it.
/// </summary>
internal static partial class RedisTlsProxy
{
    /// <summary>
    /// 3.2 has long-term support to 2030. On Alpine it has the certificates of public authorities and runs as user haproxy (99).
    /// </summary>
    public const string DefaultImage = "public.ecr.aws/docker/library/haproxy:3.2.24-alpine";

    /// <summary>Where the application finds it: in the network of its own task.</summary>
    public const string Host = "127.0.0.1";

    /// <summary>Environment variable with the host of the primary.</summary>
    public const string EndpointVariable = "REDIS_ENDPOINT";

    /// <summary>Environment variable with the token; secret. The proxy needs it to ask whether a node is the primary.</summary>
    public const string TokenVariable = "REDIS_AUTH_TOKEN";

    /// <summary>Environment variable with the configuration, in base64 because it has many lines.</summary>
    public const string ConfigVariable = "HAPROXY_CONFIG";

    private const string ConfigFile = "/tmp/haproxy.cfg";

    /// <summary>The name of the container.</summary>
    public const string Name = "redis-tls";

    /// <summary>Where it listens for the application.</summary>
    public const int Port = RedisEngines.Port;

    /// <summary>What the image's own start script is replaced by; it would add a second process.</summary>
    public static ImmutableArray<string> EntryPoint => ["/bin/sh", "-c"];

    /// <summary>Writes the configuration where a read-only container may write, and becomes the proxy.</summary>
    public static ImmutableArray<string> Command =>
        [$"printf %s \"${ConfigVariable}\" | base64 -d > {ConfigFile} && exec haproxy -db -f {ConfigFile}"];

    /// <summary>
    /// Plain environment variables. Besides these the container needs <see cref="EndpointVariable"/>, known only when the cache is made,
    /// and <see cref="TokenVariable"/> from the secret.
    /// </summary>
    public static ImmutableSortedDictionary<string, string> Environment =>
        ImmutableSortedDictionary<string, string>.Empty.Add(
            ConfigVariable,
            Convert.ToBase64String(Encoding.UTF8.GetBytes(RedisTlsConfig.Text))
        );

    /// <summary>
    /// Asks the proxy itself, with the BusyBox of the image. It does not ask the cache: ECS replaces a task whose container is unhealthy, and
    /// a failover of the cache would replace all of them.
    /// </summary>
    public static ImmutableArray<string> HealthCommand =>
        [
            "CMD-SHELL",
            $"wget -q -T 2 -O /dev/null http://{Host}:{RedisTlsConfig.HealthPort}{RedisTlsConfig.HealthPath} || exit 1",
        ];

    /// <summary>Between two questions, in seconds.</summary>
    public const int HealthIntervalSeconds = 10;

    /// <summary>For one answer, in seconds.</summary>
    public const int HealthTimeoutSeconds = 5;

    /// <summary>Wrong answers in a row that make it unhealthy.</summary>
    public const int HealthRetries = 3;

    /// <summary>In which wrong answers do not count, in seconds.</summary>
    public const int HealthStartSeconds = 10;

    /// <summary>Memory set aside for it, in MiB. A thousand connections of two 16 KiB buffers and TLS take about 60.</summary>
    public const int MemoryMiB = 128;

    /// <summary>The user of the image; not root.</summary>
    public const string User = "99:99";

    /// <summary>Where a memory file system must be mounted: the root file system is read-only.</summary>
    public const string WritableFolder = "/tmp";

    /// <summary>What is wrong with an image: a tag that moves would bring another proxy with each task.</summary>
    public static Problem? ImageProblem(string image) =>
        Pinned().IsMatch(image)
            ? null
            : new("", image, "an image with a digest or an exact version", $"pin it, for example {DefaultImage}");

    [GeneratedRegex(@"\A\S+(@sha256:[0-9a-f]{64}|:\d+\.\d+\.\d+[\w.-]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pinned();
}
