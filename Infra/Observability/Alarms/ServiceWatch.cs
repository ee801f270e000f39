namespace Infra.Observability.Alarms;

/// <summary>The service to watch.</summary>
/// <param name="ClusterName">Its cluster, with Container Insights switched on: without it nobody counts tasks.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="MinimumTasks">How many tasks there are at the least; with 0 the service is meant to stand still and nobody counts.</param>
internal sealed record ServiceWatch(string ClusterName, string ServiceName, int MinimumTasks)
{
    /// <summary>What the rows watch.</summary>
    public const string Thing = "service";
}
