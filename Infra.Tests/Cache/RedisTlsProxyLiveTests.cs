using System.Diagnostics;
using Infra.Tests.Cache.Live;

namespace Infra.Tests.Cache;

/// <summary>The proxy beside the application, with the real HAProxy and the real Redis.</summary>
[NeedsTools("redis-server haproxy", "redis-server", "haproxy")]
[Parallelizable(ParallelScope.Children)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RedisTlsProxyLiveTests : IDisposable
{
    private readonly CacheBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Test]
    public async Task A_plain_client_sets_and_reads_keys_over_TLS()
    {
        _bench.StartCache();
        _bench.StartProxy();

        using var client = await _bench.ConnectedAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await client.SendAsync("SET", "session", "alice"), Is.EqualTo("OK"));
            Assert.That(await client.SendAsync("GET", "session"), Is.EqualTo("alice"));
        }
    }

    [Test]
    public async Task A_certificate_of_another_authority_is_refused()
    {
        _bench.StartCache(fromOtherAuthority: true);

        await NobodyGetsThrough(_bench.StartProxy(), "Layer6 invalid response");
    }

    [Test]
    public async Task A_certificate_for_another_host_is_refused()
    {
        _bench.StartCache(host: "*.somebody-elses-redis.cache.test");

        await NobodyGetsThrough(_bench.StartProxy(), "Layer6 invalid response");
    }

    [Test]
    public async Task A_proxy_with_a_wrong_token_lets_nobody_through()
    {
        _bench.StartCache();

        await NobodyGetsThrough(_bench.StartProxy(token: "wrong"), "expect string '+OK'");
    }

    [Test]
    public async Task A_client_with_a_wrong_token_is_refused_by_the_cache()
    {
        _bench.StartCache();
        _bench.StartProxy();
        using var client = await _bench.ConnectedAsync();

        var error = await Assert.ThrowsAsync<IOException>(() => PlainClient.ConnectAsync(_bench.Port, "wrong"));

        Assert.That(error!.Message, Does.StartWith("-WRONGPASS"));
    }

    [Test]
    public async Task A_restart_of_the_cache_is_survived()
    {
        var cache = _bench.StartCache();
        _bench.StartProxy();
        using var before = await _bench.ConnectedAsync();

        cache.Dispose();
        await before.ClosedAsync(seconds: 10);
        _bench.StartCache();

        using var after = await _bench.ConnectedAsync();
        Assert.That(await after.SendAsync("SET", "session", "bob"), Is.EqualTo("OK"));
    }

    [Test]
    public async Task After_a_failover_clients_reach_the_new_primary_within_seconds()
    {
        var first = _bench.StartCache(CacheBench.First);
        _bench.StartCache(CacheBench.Second);
        _bench.StartProxy();
        using var before = await _bench.ConnectedAsync();
        await before.SendAsync("SET", "where", "first");

        first.Dispose();
        _bench.Dns.Point(CacheBench.Second);
        var watch = Stopwatch.StartNew();
        await before.ClosedAsync(seconds: 10);
        using var after = await _bench.ConnectedAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await after.SendAsync("GET", "where"), Is.EqualTo("-1"), "the second knows no such key");
            Assert.That(watch.Elapsed.TotalSeconds, Is.LessThan(15));
        }
    }

    [Test]
    public async Task When_only_the_name_moves_new_connections_follow_it()
    {
        _bench.StartCache(CacheBench.First);
        _bench.StartCache(CacheBench.Second);
        _bench.StartProxy();
        using var before = await _bench.ConnectedAsync();
        await before.SendAsync("SET", "where", "first");

        _bench.Dns.Point(CacheBench.Second);

        await Wait.UntilAsync(
            async () =>
            {
                using var client = await PlainClient.ConnectAsync(_bench.Port, CacheBench.Token);
                return await client.SendAsync("GET", "where") == "first" ? null : "moved";
            },
            "a connection to the second",
            seconds: 15
        );
        Assert.That(await before.SendAsync("GET", "where"), Is.EqualTo("first"), "who is connected to a living node stays");
    }

    [Test]
    public async Task A_primary_that_becomes_a_replica_loses_its_clients()
    {
        _bench.StartCache();
        _bench.StartProxy();
        using var client = await _bench.ConnectedAsync();

        await client.SendAsync("REPLICAOF", "127.0.0.2", "1");

        await client.ClosedAsync(seconds: 10);
        await Assert.ThatAsync(() => PlainClient.ConnectAsync(_bench.Port, CacheBench.Token), Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task The_proxy_is_healthy_while_the_cache_is_away()
    {
        _bench.StartProxy();
        using var http = new HttpClient();

        var answer = await Wait.UntilAsync(async () => (HttpResponseMessage?)await http.GetAsync(_bench.Health), "an answer");

        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task The_configuration_as_deployed_is_read_without_a_word()
    {
        var check = _bench.CheckConfig();

        var code = await check.ExitCodeAsync();

        Assert.That(code, Is.Zero, check.Output);
        Assert.That(check.Output, Does.Not.Contain("WARNING").And.Not.Contain("ALERT"));
    }

    private async Task NobodyGetsThrough(RunningTool proxy, string reason)
    {
        await Wait.UntilAsync(() => proxy.Output.Contains("is DOWN", StringComparison.Ordinal), "a refusal");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(proxy.Output, Does.Contain(reason));
            await Assert.ThatAsync(
                () => PlainClient.ConnectAsync(_bench.Port, CacheBench.Token),
                Throws.InstanceOf<IOException>()
            );
        }
    }
}
