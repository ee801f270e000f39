using System.Collections.Immutable;
using Pulumi;

namespace Infra.Compute;

/// <summary>What CodeDeploy turns from one version to the next: the listeners, and the two target groups behind them.</summary>
/// <param name="AlternateTargetGroupArnSuffix">The end of the ARN of the group that serves after the first deployment.</param>
/// <param name="ListenerArn">The listener that serves everybody.</param>
/// <param name="TestListenerArn">The listener on which a new version can be tried; nothing without one.</param>
/// <param name="LoadBalancerName">Literal, for the role that may turn the listeners.</param>
/// <param name="TargetGroupNames">Literal, both; the first one serves first.</param>
internal sealed record CodeDeployTarget(
    Input<string> AlternateTargetGroupArnSuffix,
    Input<string> ListenerArn,
    Input<string>? TestListenerArn,
    string LoadBalancerName,
    ImmutableArray<string> TargetGroupNames
);
