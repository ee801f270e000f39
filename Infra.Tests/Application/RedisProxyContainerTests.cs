using Infra.Application;
using Infra.Cache;
using Infra.Compute;

namespace Infra.Tests.Application;

public sealed class RedisProxyContainerTests
{
    [Test]
    public void The_proxy_knows_the_cache_and_its_token_and_says_whether_it_works()
    {
        var container = RedisProxyContainer.Of(RedisTlsProxy.DefaultImage, "primary.cache", "arn:redis");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(container.Environment.Keys, Is.EquivalentTo(new[] { "HAPROXY_CONFIG", "REDIS_ENDPOINT" }));
            Assert.That(container.Secrets["REDIS_AUTH_TOKEN"].Key, Is.EqualTo("auth_token"));
            Assert.That(container.HealthCheck!.Command[0], Is.EqualTo("CMD-SHELL"));
            Assert.That(container.ReadOnlyRoot, Is.True);
            Assert.That(container.MemoryMounts.Single(), Is.EqualTo(new MemoryMount("/tmp", 16)));
            Assert.That(container.User, Is.EqualTo("99:99"), "not root");
            Assert.That(TaskContainers.Problems([container], new(256, 512)), Is.Empty);
        }
    }
}
