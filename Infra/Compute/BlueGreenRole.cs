using Infra.Policies;
using Infra.Security;
using Infra.Settings;
using Pulumi;

namespace Infra.Compute;

/// <summary>The role in which ECS turns a listener's rule between two target groups, and registers tasks with them.</summary>
internal sealed class BlueGreenRole : ComponentResource
{
    /// <summary>The ARN, once the role can do its work.</summary>
    public Output<string> Arn { get; }

    internal BlueGreenRole(string name, StackContext context, BlueGreenTarget target, ComponentResourceOptions options)
        : base("idp:compute:BlueGreenRole", name, options)
    {
        Arn = new ServiceRole(
            $"{name}-blue-green-role",
            new()
            {
                Context = context,
                Role = "blue-green-role",
                Description = "Turns traffic from one version to the next",
                Service = "ecs.amazonaws.com",
                SourceArn = context.Arn("ecs", "*"),
                Policy = Policy(context, target),
            },
            this
        ).Arn;
        RegisterOutputs();
    }

    private static string Policy(StackContext context, BlueGreenTarget target) =>
        PolicyDocument.Of(
            // Elastic Load Balancing lets nothing be described by ARN.
            new Statement("LookAtLoadBalancer")
            {
                Actions =
                [
                    "elasticloadbalancing:DescribeListeners",
                    "elasticloadbalancing:DescribeRules",
                    "elasticloadbalancing:DescribeTargetGroups",
                    "elasticloadbalancing:DescribeTargetHealth",
                ],
            },
            new Statement("TurnTraffic")
            {
                Actions = ["elasticloadbalancing:ModifyListener", "elasticloadbalancing:ModifyRule"],
                Resources =
                [
                    context.Arn("elasticloadbalancing", $"listener/app/{target.LoadBalancerName}/*"),
                    context.Arn("elasticloadbalancing", $"listener-rule/app/{target.LoadBalancerName}/*"),
                ],
            },
            new Statement("RegisterTasks")
            {
                Actions = ["elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets"],
                Resources =
                [
                    .. target.TargetGroupNames.Select(group => context.Arn("elasticloadbalancing", $"targetgroup/{group}/*")),
                ],
            }
        );
}
