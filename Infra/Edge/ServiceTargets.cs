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
            TargetGroupArn = Served(balancer, balancer.Targets.Arn),
            TargetGroupArnSuffix = balancer.Targets.ArnSuffix,
            LoadBalancerArnSuffix = balancer.ArnSuffix,
            BlueGreen = balancer is { AlternateTargets: { } alternate, ProductionRule: { } rule }
                ? new(Served(balancer, alternate.Arn), alternate.ArnSuffix, rule.Arn, balancer.Name, balancer.TargetGroupNames)
                : null,
        };

    // ECS refuses a target group that no listener leads to, so whoever takes its ARN waits for the listener too.
    private static Output<string> Served(LoadBalancer balancer, Output<string> targetGroupArn) =>
        Output.Tuple(targetGroupArn, balancer.ProductionListener.Arn).Apply(known => known.Item1);
}
