namespace Infra.Observability.Alarms;

/// <summary>The one alarm that says that nobody can sign in.</summary>
internal static class ServiceDown
{
    /// <summary>
    /// The row: no task is healthy, or the load balancer answers with errors while tasks are missing. It needs the rows of the service and of
    /// the load balancer.
    /// </summary>
    public static readonly CompositeAlarmRow Row = new()
    {
        Key = "service-down",
        Severity = AlertSeverity.Critical,
        Description = "Nobody can sign in",
        Runbook = "service.md#service-down",
        AnyOf =
        [
            [LoadBalancerAlarms.NoHealthyHosts],
            [LoadBalancerAlarms.LoadBalancerErrors, ServiceAlarms.TasksBelowMinimum],
        ],
    };
}
