using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;

namespace Infra.Edge;

/// <summary>What listeners and their rules do with requests.</summary>
/// <remarks>
/// What CodeDeploy turns: its guide speaks of listeners with their one default rule, but its policies have ModifyRule beside ModifyListener,
/// and operators report that it turns each rule of the listener, the default one or another, that leads to the group of the old tasks, and
/// no other. So it turns the rule with the header and leaves the 403 alone. It refuses a listener on which no rule leads to that group
/// ("Primary taskset target group must be behind listener"). Since 2022 it leaves the group it turned from behind with weight 0: the pair
/// is written that way from the start, so that the first deployment too is checked for its health before people are served by it.
/// </remarks>
internal static class ListenerActions
{
    /// <summary>What a listener does with a request that no rule is about.</summary>
    /// <param name="args">The load balancer's.</param>
    /// <param name="main">Who serves.</param>
    /// <param name="alternate">Who serves after a blue/green deployment; nothing without one.</param>
    public static ListenerDefaultActionArgs Default(LoadBalancerArgs args, TargetGroup main, TargetGroup? alternate) =>
        args switch
        {
            { OriginHeaders.IsEmpty: false } => Refuse(),
            { CodeDeploy: true } when alternate is not null => Pair(main, alternate),
            // In a deployment by ECS the rule before it catches everything. It forwards all the same: AWS has documented that ECS does not
            // move traffic on a listener that both forwards and does something else.
            _ => new() { Type = "forward", TargetGroupArn = main.Arn },
        };

    /// <summary>What a rule does that leads to the targets.</summary>
    /// <param name="main">Who serves.</param>
    /// <param name="alternate">Who serves after a blue/green deployment; nothing without one.</param>
    public static ListenerRuleActionArgs Forward(TargetGroup main, TargetGroup? alternate) =>
        alternate is null
            ? new() { Type = "forward", TargetGroupArn = main.Arn }
            : new()
            {
                Type = "forward",
                Forward = new ListenerRuleActionForwardArgs
                {
                    TargetGroups =
                    [
                        new ListenerRuleActionForwardTargetGroupArgs { Arn = main.Arn, Weight = 100 },
                        new ListenerRuleActionForwardTargetGroupArgs { Arn = alternate.Arn, Weight = 0 },
                    ],
                },
            };

    private static ListenerDefaultActionArgs Pair(TargetGroup main, TargetGroup alternate) =>
        new()
        {
            Type = "forward",
            Forward = new ListenerDefaultActionForwardArgs
            {
                TargetGroups =
                [
                    new ListenerDefaultActionForwardTargetGroupArgs { Arn = main.Arn, Weight = 100 },
                    new ListenerDefaultActionForwardTargetGroupArgs { Arn = alternate.Arn, Weight = 0 },
                ],
            },
        };

    private static ListenerDefaultActionArgs Refuse() =>
        new()
        {
            Type = "fixed-response",
            FixedResponse = new ListenerDefaultActionFixedResponseArgs
            {
                ContentType = "text/plain",
                StatusCode = "403",
                MessageBody = "Forbidden",
            },
        };
}
