using System.Globalization;
using System.Net;
using System.Text;
using Infra.Cache;

namespace Infra.Tests.Cache.Live;

/// <summary>
/// A task and its cache in miniature: redis-server with TLS and a token, a name server, and haproxy run by the component's own command with
/// its own configuration, in which only ports, name server and authority are replaced.
/// </summary>
internal sealed class CacheBench : IDisposable
{
    public const string Token = "0123456789abcdefABCDEF0123456789abcdefABCDEF0123456789abcdefABCD";

    // As ElastiCache names it, with a certificate for everything in the same domain.
    private const string Endpoint = "master.idp-server-redis.cache.test";
    public const string Wildcard = "*.idp-server-redis.cache.test";

    public static readonly IPAddress First = IPAddress.Parse("127.0.0.1");
    public static readonly IPAddress Second = IPAddress.Parse("127.0.0.2");

    private readonly string _folder = Directory.CreateTempSubdirectory("cache-bench-").FullName;
    private readonly List<IDisposable> _running = [];
    private readonly ThrowAwayCa _ca;
    private readonly int _cachePort = Wait.FreePort();
    private readonly int _healthPort = Wait.FreePort();

    public CacheBench()
    {
        _ca = new ThrowAwayCa(_folder, "trusted");
        Dns = new TinyDns(First);
    }

    public TinyDns Dns { get; }

    /// <summary>Where the application would connect.</summary>
    public int Port { get; } = Wait.FreePort();

    public Uri Health => new($"http://{RedisTlsProxy.Host}:{_healthPort}{RedisTlsConfig.HealthPath}");

    /// <summary>Starts a cache whose certificate a strict client accepts, unless told otherwise.</summary>
    public RunningTool StartCache(IPAddress? address = null, string host = Wildcard, bool fromOtherAuthority = false)
    {
        using var other = new ThrowAwayCa(_folder, "other");
        var (certificate, key) = (fromOtherAuthority ? other : _ca).Issue(_folder, host);
        var options = new Dictionary<string, string>
        {
            ["port"] = "0",
            ["tls-port"] = _cachePort.ToString(CultureInfo.InvariantCulture),
            ["bind"] = (address ?? First).ToString(),
            ["tls-cert-file"] = certificate,
            ["tls-key-file"] = key,
            ["tls-ca-cert-file"] = _ca.CertificateFile,
            ["tls-auth-clients"] = "no",
            ["tls-replication"] = "yes",
            ["requirepass"] = Token,
            ["save"] = "",
            ["dir"] = _folder,
        };
        return Keep(new RunningTool("redis-server", options.SelectMany(option => new[] { $"--{option.Key}", option.Value })));
    }

    /// <summary>Starts the proxy as its container would.</summary>
    public RunningTool StartProxy(string token = Token)
    {
        var file = Path.Combine(_folder, "haproxy.cfg");
        var path = $"{Path.GetDirectoryName(Tool.Require("haproxy"))}:{Environment.GetEnvironmentVariable("PATH")}";
        return Keep(
            new RunningTool(
                Path.GetFileName(RedisTlsProxy.EntryPoint[0]),
                [
                    .. RedisTlsProxy.EntryPoint.Skip(1),
                    .. RedisTlsProxy.Command.Select(word => word.Replace("/tmp/haproxy.cfg", file)),
                ],
                new Dictionary<string, string>
                {
                    [RedisTlsProxy.ConfigVariable] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Config())),
                    [RedisTlsProxy.EndpointVariable] = Endpoint,
                    [RedisTlsProxy.TokenVariable] = token,
                    ["PATH"] = path,
                }
            )
        );
    }

    /// <summary>Lets haproxy read the configuration with nothing replaced.</summary>
    public RunningTool CheckConfig()
    {
        var file = Path.Combine(_folder, "as-deployed.cfg");
        File.WriteAllText(file, RedisTlsConfig.Text);
        var environment = new Dictionary<string, string>
        {
            [RedisTlsProxy.EndpointVariable] = "localhost", // a name that resolves everywhere
            [RedisTlsProxy.TokenVariable] = Token,
        };
        return Keep(new RunningTool("haproxy", ["-c", "-f", file], environment));
    }

    /// <summary>A client that got through; tried again for a while, because the proxy first has to find the cache.</summary>
    public Task<PlainClient> ConnectedAsync(int seconds = 20) =>
        Wait.UntilAsync(async () => (PlainClient?)await PlainClient.ConnectAsync(Port, Token), "a connection", seconds);

    public void Dispose()
    {
        foreach (var tool in Enumerable.Reverse(_running))
            tool.Dispose();
        Dns.Dispose();
        _ca.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Config() =>
        new (string From, string To)[]
        {
            ($"bind {RedisTlsProxy.Host}:{RedisTlsProxy.Port}", $"bind {RedisTlsProxy.Host}:{Port}"),
            ($"bind {RedisTlsProxy.Host}:{RedisTlsConfig.HealthPort}", $"bind {RedisTlsProxy.Host}:{_healthPort}"),
            ($"}}:{RedisEngines.Port}\"", $"}}:{_cachePort}\""),
            ("parse-resolv-conf", $"nameserver test 127.0.0.1:{Dns.Port}"),
            ("@system-ca", _ca.CertificateFile),
        }.Aggregate(
            Encoding.UTF8.GetString(Convert.FromBase64String(RedisTlsProxy.Environment[RedisTlsProxy.ConfigVariable])),
            Replace
        );

    private static string Replace(string config, (string From, string To) change) =>
        config.Split(change.From).Length == 2
            ? config.Replace(change.From, change.To, StringComparison.Ordinal)
            : throw new InvalidOperationException($"'{change.From}' is not once in the configuration:\n{config}");

    private RunningTool Keep(RunningTool tool)
    {
        _running.Add(tool);
        return tool;
    }
}
