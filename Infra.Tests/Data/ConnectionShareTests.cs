using Infra.Data;

namespace Infra.Tests.Data;

public sealed class ConnectionShareTests
{
    [TestCase(80, 25, 20, 12)]
    [TestCase(112, 17, 19, 8)]
    [TestCase(200, 10, 20, 5)]
    [TestCase(450, 4, 18, 2)]
    [TestCase(2000, 1, 20, 0)]
    public void Twenty_connections_come_out_in_whole_percents(int of, int percent, int connections, int idle)
    {
        var share = new ConnectionShare(20, 10, of);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((share.Percent, share.Connections, share.IdlePercent), Is.EqualTo((percent, connections, idle)));
            Assert.That(share.Validate(), Is.Empty);
        }
    }

    [Test]
    public void The_sum_is_shown() =>
        Assert.That(
            new ConnectionShare(20, 10, 80).Sum,
            Is.EqualTo("25 % of the database's 80 connections = 20 for the proxy (20 wanted), 9 of them kept open")
        );

    [TestCase(
        20,
        10,
        3604,
        "connections: got 20, want 37 or more; the smallest share is 1 % of the database's 3604 connections; raise it, or lower the database's maxConnections"
    )]
    [TestCase(
        20,
        10,
        25,
        "connections: got 20, want 15 at most; 10 of the database's 25 connections are for people and RDS itself; raise the database's maxConnections"
    )]
    [TestCase(20, 20, 80, "idleConnections: got 20, want 0 to 19; fewer stay open than may be opened")]
    [TestCase(20, -1, 80, "idleConnections: got -1, want 0 to 19; fewer stay open than may be opened")]
    [TestCase(20, 10, 0, "maxConnections: got 0, want 1 or more; a share of nothing is nothing")]
    public void What_does_not_come_out_is_refused(int wanted, int idle, int of, string problem) =>
        Assert.That(
            new ConnectionShare(wanted, idle, of).Validate().Select(found => found.ToString()),
            Is.EqualTo(new[] { problem })
        );

    [Test]
    public void The_least_that_is_named_is_accepted() => Assert.That(new ConnectionShare(37, 10, 3604).Validate(), Is.Empty);
}
