using Infra.Compute;
using Pulumi;

namespace Infra.Edge;

/// <summary>Says to a service where a load balancer finds it.</summary>
internal static class ServiceTargets
{
    /// <summary>The target of a service behind this load balancer.</summary>
    /// <param name="balancer">The load balancer.</param>
    /// <param name="container">The container that answers.</param>
    /// <param name="port">Its port.</param>
    public static ServiceTarget TargetOf(this LoadBalancer balancer, string container, int port) =>
        new()
        {
            Container = container,
            Port = port,
            TargetGroupArn = balancer.TargetGroupArn,
            TargetGroupArnSuffix = balancer.TargetGroupArnSuffix,
            LoadBalancerArnSuffix = balancer.ArnSuffix,
            BlueGreen = balancer
                is { AlternateTargetGroupArn: { } arn, AlternateTargetGroupArnSuffix: { } suffix, ProductionRuleArn: { } rule }
                ? new(arn, suffix, rule, balancer.Name, balancer.TargetGroupNames)
                : null,
            CodeDeploy = balancer is { AlternateTargetGroupArnSuffix: { } other, ProductionRuleArn: null }
                ? new(
                    other,
                    balancer.ListenerArn,
                    balancer.TestListenerArn is { } test ? (Input<string>)test : null,
                    balancer.Name,
                    balancer.TargetGroupNames
                )
                : null,
        };

    /// <summary>The target of one of several services behind this load balancer.</summary>
    /// <param name="balancer">The load balancer.</param>
    /// <param name="key">The service's key in the routing table.</param>
    /// <param name="container">The container that answers.</param>
    /// <param name="port">Its port.</param>
    public static ServiceTarget TargetOf(this LoadBalancer balancer, string key, string container, int port) =>
        new()
        {
            Container = container,
            Port = port,
            TargetGroupArn = balancer.Services[key].Arn,
            TargetGroupArnSuffix = balancer.Services[key].ArnSuffix,
            LoadBalancerArnSuffix = balancer.ArnSuffix,
        };
}
