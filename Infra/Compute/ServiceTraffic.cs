using Infra.Network;
using static Infra.Network.SecurityRule;

namespace Infra.Compute;

/// <summary>What security groups must let through so that the services of a table are reached; all of them share one group.</summary>
internal static class ServiceTraffic
{
    /// <summary>Rules between the load balancer and the services, and between services that call each other.</summary>
    /// <param name="table">The services.</param>
    public static IEnumerable<SecurityRule> Rules(ServiceTable table)
    {
        // Several services may share a port, and AWS refuses the same rule twice.
        foreach (var (port, names) in Ports(table.Public))
        {
            yield return Out(SecurityRole.Alb, SecurityRole.App, port, $"Requests and health checks to {names}");
            yield return In(SecurityRole.App, SecurityRole.Alb, port, $"Requests and health checks to {names}");
        }
        foreach (var (port, names) in Ports(table.Called))
        {
            yield return Out(SecurityRole.App, SecurityRole.App, port, $"Calls of other services to {names}");
            yield return In(SecurityRole.App, SecurityRole.App, port, $"Calls of other services to {names}");
        }
    }

    private static IEnumerable<(int Port, string Names)> Ports(IEnumerable<ServiceRow> rows) =>
        from row in rows
        group row.Name by row.Port into names
        orderby names.Key
        select (names.Key, string.Join(", ", names.Order(StringComparer.Ordinal)));
}
