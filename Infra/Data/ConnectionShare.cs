using Infra.Validation;

namespace Infra.Data;

/// <summary>
/// A number of connections as the share of a database's <c>max_connections</c> in which RDS Proxy wants it told: whole percents, rounded down.
/// </summary>
/// <param name="Wanted">How many connections there should be.</param>
/// <param name="Idle">How many of them stay open while nobody uses them.</param>
/// <param name="MaxConnections">What the database accepts.</param>
internal sealed record ConnectionShare(int Wanted, int Idle, int MaxConnections)
{
    // Jobs, people, monitoring and the five that RDS keeps for superusers.
    private const int Reserve = 10;

    /// <summary>The share.</summary>
    public int Percent => Wanted * 100 / MaxConnections;

    /// <summary>The share that stays open while idle, never more than <see cref="Percent"/>.</summary>
    public int IdlePercent => Idle * 100 / MaxConnections;

    /// <summary>How many connections the share comes to.</summary>
    public int Connections => MaxConnections * Percent / 100;

    /// <summary>The sum, for people.</summary>
    public string Sum =>
        $"{Percent} % of the database's {MaxConnections} connections = {Connections} for the proxy ({Wanted} wanted), "
        + $"{MaxConnections * IdlePercent / 100} of them kept open";

    /// <summary>What does not come out in whole percents, or leaves nothing to others.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (MaxConnections < 1)
        {
            yield return new("maxConnections", MaxConnections, "1 or more", "a share of nothing is nothing");
            yield break;
        }
        if (Percent < 1)
            yield return new(
                "connections",
                Wanted,
                $"{(MaxConnections + 99) / 100} or more",
                $"the smallest share is 1 % of the database's {MaxConnections} connections; raise it, or lower the database's maxConnections"
            );
        if (Wanted > MaxConnections - Reserve)
            yield return new(
                "connections",
                Wanted,
                $"{MaxConnections - Reserve} at most",
                $"{Reserve} of the database's {MaxConnections} connections are for people and RDS itself; raise the database's maxConnections"
            );
        if (Idle < 0 || Idle >= Wanted)
            yield return new("idleConnections", Idle, $"0 to {Wanted - 1}", "fewer stay open than may be opened");
    }
}
