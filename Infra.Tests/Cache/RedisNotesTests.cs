using Infra.Cache;

namespace Infra.Tests.Cache;

public sealed class RedisNotesTests
{
    [Test]
    public void A_preview_says_what_eviction_may_cost()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                RedisNotes.Eviction("allkeys-lru"),
                Does.Contain("may evict sessions and authorization codes").And.Contain("redis.maxmemoryPolicy: volatile-lru")
            );
            Assert.That(RedisNotes.Eviction("volatile-lru"), Is.Null);
            Assert.That(RedisNotes.Eviction("noeviction"), Is.Null);
        }
    }

    [Test]
    public void A_preview_says_when_the_windows_are_in_Japan() =>
        Assert.That(
            RedisNotes.Windows("03:00-05:00", "sun:05:00-sun:06:00"),
            Is.EqualTo(
                "windows are in UTC: snapshots 03:00-05:00 is 12:00-14:00 JST, "
                    + "maintenance sun:05:00-sun:06:00 is sun:14:00-sun:15:00 JST"
            )
        );
}
