using Infra.Validation;

namespace Infra.Settings.Alarms;

/// <summary>Thresholds of the load balancer.</summary>
internal sealed record LoadBalancerAlarmSettings
{
    [Setting("Answers 500 to 599 of the application in five minutes.", Min = 0)]
    public int TargetErrors { get; init; } = 10;

    [Setting("Answers 500 to 599 of the load balancer itself in five minutes: it reached no task.", Min = 0)]
    public int LoadBalancerErrors { get; init; } = 10;

    [Setting("Within how long 95 of 100 requests are answered.", Unit = "milliseconds", Min = 1)]
    public int LatencyP95Milliseconds { get; init; } = 1000;

    [Setting("Within how long 99 of 100 requests are answered.", Unit = "milliseconds", Min = 1)]
    public int LatencyP99Milliseconds { get; init; } = 3000;

    [Setting("Connections that the load balancer turned away in five minutes.", Min = 0)]
    public int RejectedConnections { get; init; }

    /// <summary>What the bounds alone cannot say.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (LatencyP99Milliseconds < LatencyP95Milliseconds)
            yield return new(
                "latencyP99Milliseconds",
                LatencyP99Milliseconds,
                $"{LatencyP95Milliseconds} or more",
                "99 of 100 requests are never faster than 95; raise it, or lower latencyP95Milliseconds"
            );
    }
}
