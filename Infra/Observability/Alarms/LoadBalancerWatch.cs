using Pulumi;

namespace Infra.Observability.Alarms;

/// <summary>The load balancer to watch.</summary>
/// <param name="LoadBalancer">The last part of its ARN, <c>app/…</c>.</param>
/// <param name="TargetGroup">The last part of the ARN of its target group, <c>targetgroup/…</c>.</param>
internal sealed record LoadBalancerWatch(Output<string> LoadBalancer, Output<string> TargetGroup)
{
    /// <summary>What the rows watch.</summary>
    public const string Thing = "load-balancer";

    /// <summary>
    /// The same of the other target group, where deployments turn traffic between two: after every second one it is that which serves.
    /// Default: there is none.
    /// </summary>
    public Output<string>? OtherTargetGroup { get; init; }
}
