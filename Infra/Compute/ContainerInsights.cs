namespace Infra.Compute;

/// <summary>What CloudWatch is told of a cluster.</summary>
internal enum ContainerInsights
{
    /// <summary>Nothing but what ECS tells anyway; alarms on the number of running tasks have no data.</summary>
    Disabled,

    /// <summary>Metrics of clusters and services.</summary>
    Enabled,

    /// <summary>Metrics of single tasks and containers too.</summary>
    Enhanced,
}
