using System.Collections.Immutable;
using Infra.Compute;

namespace Infra.Edge;

/// <summary>The routing table of a load balancer, from the table of a system's services.</summary>
internal static class RoutingTable
{
    /// <summary>A row for each service that people reach.</summary>
    /// <param name="table">The services.</param>
    /// <param name="deregistrationSeconds">Seconds in which a leaving task finishes what it has. Default: 30.</param>
    public static ImmutableSortedDictionary<string, BalancedService> Of(ServiceTable table, int deregistrationSeconds = 30) =>
        table.Public.ToImmutableSortedDictionary(
            row => row.Name,
            row => new BalancedService
            {
                Port = row.Port,
                HealthPath = row.HealthPath,
                Role = row.ShortRole,
                Priority = row.Route?.Priority,
                Paths = row.Route?.Paths ?? [],
                Hosts = row.Route?.Hosts ?? [],
                DeregistrationSeconds = deregistrationSeconds,
            },
            StringComparer.Ordinal
        );
}
