namespace Infra.Observability.Alarms;

/// <summary>The service to watch.</summary>
/// <param name="ClusterName">Its cluster, with Container Insights switched on: without it nobody counts tasks.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="MinimumTasks">How many tasks there are at the least; with 0 the service is meant to stand still and nobody counts.</param>
internal sealed record ServiceWatch(string ClusterName, string ServiceName, int MinimumTasks)
{
    /// <summary>What its alarms begin with where there are several services. Default: nothing, for the only one.</summary>
    public string? Key { get; init; }

    /// <summary>What the rows watch.</summary>
    public string Thing => Key is null ? "service" : $"service/{Key}";

    /// <summary>What one of its alarms is called.</summary>
    public string Alarm(string key) => Key is null ? key : $"{Key}-{key}";
}
