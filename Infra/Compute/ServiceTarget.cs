using Pulumi;

namespace Infra.Compute;

/// <summary>Where a load balancer finds the tasks of a service.</summary>
internal sealed record ServiceTarget
{
    /// <summary>The container that answers.</summary>
    public required string Container { get; init; }

    /// <summary>Its port.</summary>
    public required int Port { get; init; }

    /// <summary>The target group, once a listener leads to it: ECS refuses one that none leads to.</summary>
    public required Input<string> TargetGroupArn { get; init; }

    /// <summary>The end of its ARN, by which CloudWatch knows it.</summary>
    public required Input<string> TargetGroupArnSuffix { get; init; }

    /// <summary>The end of the load balancer's ARN, by which CloudWatch knows it.</summary>
    public required Input<string> LoadBalancerArnSuffix { get; init; }

    /// <summary>What blue/green by ECS needs besides. Default: nothing, so that it is refused.</summary>
    public BlueGreenTarget? BlueGreen { get; init; }

    /// <summary>What blue/green by CodeDeploy needs besides. Default: nothing, so that it is refused.</summary>
    public CodeDeployTarget? CodeDeploy { get; init; }
}
