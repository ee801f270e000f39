using System.Collections.Immutable;

namespace Infra.Edge;

/// <summary>One of several services behind a load balancer: a row of its routing table.</summary>
internal sealed record BalancedService
{
    /// <summary>Where its tasks listen.</summary>
    public required int Port { get; init; }

    /// <summary>What its tasks answer with 200 when they can work.</summary>
    public required string HealthPath { get; init; }

    /// <summary>
    /// What its target group is called between the stack's prefix and <c>-tg</c>, where the key would be too long. Default: the key.
    /// </summary>
    public string? Role { get; init; }

    /// <summary>
    /// Its place among the rules; the smallest is looked at first. Elastic Load Balancing takes 1 to 50000. Default: none, for the service
    /// that gets what no rule is about.
    /// </summary>
    public int? Priority { get; init; }

    /// <summary>Paths that lead to it, such as <c>/api/*</c>; any of them. Default: every path.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Hosts that lead to it, such as <c>api.example.com</c>; any of them. Default: every host.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>Seconds in which a leaving task finishes what it has. Default: 30.</summary>
    public int DeregistrationSeconds { get; init; } = 30;

    /// <summary>Seconds over which a new task's share grows. Default: 0, at once.</summary>
    public int SlowStartSeconds { get; init; }

    /// <summary>Whether it gets what no rule is about.</summary>
    public bool IsDefault => Paths.IsEmpty && Hosts.IsEmpty;

    /// <summary>The role of its target group: <c>frontend-tg</c>.</summary>
    /// <param name="key">Its key in the routing table.</param>
    public string GroupRole(string key) => $"{Role ?? key}-tg";
}
