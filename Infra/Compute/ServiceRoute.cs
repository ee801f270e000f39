using System.Collections.Immutable;

namespace Infra.Compute;

/// <summary>Which requests of people lead to a service.</summary>
internal sealed record ServiceRoute
{
    /// <summary>All that no other service's route is about.</summary>
    public static readonly ServiceRoute Rest = new();

    /// <summary>Its place among the routes; the smallest is looked at first. Default: none, for <see cref="Rest"/>.</summary>
    public int? Priority { get; private init; }

    /// <summary>Paths, any of them. Default: every path.</summary>
    public ImmutableArray<string> Paths { get; private init; } = [];

    /// <summary>Hosts, any of them. Default: every host.</summary>
    public ImmutableArray<string> Hosts { get; private init; } = [];

    /// <summary>Requests for certain paths, such as <c>/api/*</c>.</summary>
    /// <param name="priority">Its place among the routes.</param>
    /// <param name="paths">The paths.</param>
    public static ServiceRoute ToPaths(int priority, params ImmutableArray<string> paths) =>
        new() { Priority = priority, Paths = paths };

    /// <summary>Requests to certain hosts, such as <c>api.example.com</c>.</summary>
    /// <param name="priority">Its place among the routes.</param>
    /// <param name="hosts">The hosts.</param>
    public static ServiceRoute ToHosts(int priority, params ImmutableArray<string> hosts) =>
        new() { Priority = priority, Hosts = hosts };
}
