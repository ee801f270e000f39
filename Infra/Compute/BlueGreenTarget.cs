using Pulumi;

namespace Infra.Compute;

/// <summary>The second half of a blue/green pair, and the rule that ECS turns from one to the other.</summary>
/// <param name="AlternateTargetGroupArn">The other target group.</param>
/// <param name="AlternateTargetGroupArnSuffix">The end of its ARN.</param>
/// <param name="ProductionListenerRuleArn">A rule of its own: the default action of a listener has no ARN.</param>
/// <param name="LoadBalancerName">Literal, for the role that may turn the rule.</param>
/// <param name="TargetGroupNames">Literal, both.</param>
internal sealed record BlueGreenTarget(
    Input<string> AlternateTargetGroupArn,
    Input<string> AlternateTargetGroupArnSuffix,
    Input<string> ProductionListenerRuleArn,
    string LoadBalancerName,
    System.Collections.Immutable.ImmutableArray<string> TargetGroupNames
);
