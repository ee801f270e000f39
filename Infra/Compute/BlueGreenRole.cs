using Infra.Policies;
using Infra.Settings;
using Pulumi;
using Pulumi.Aws.Iam;

namespace Infra.Compute;

/// <summary>The role in which ECS turns a listener's rule between two target groups, and registers tasks with them.</summary>
internal sealed class BlueGreenRole : ComponentResource
{
    /// <summary>The ARN, once the role can do its work.</summary>
    public Output<string> Arn { get; }

    internal BlueGreenRole(string name, StackContext context, BlueGreenTarget target, ComponentResourceOptions options)
        : base("idp:compute:BlueGreenRole", name, options)
    {
        var role = new Role(
            $"{name}-blue-green-role",
            new()
            {
                Name = context.Label.Role("blue-green-role"),
                Description = "Turns traffic from one version to the next",
                AssumeRolePolicy = PolicyDocument.Trust("ecs.amazonaws.com", context.AccountId, context.Arn("ecs", "*")),
                Tags = context.Label.NameTag("blue-green-role"),
            },
            new() { Parent = this }
        );
        var policy = new RolePolicy(
            $"{name}-blue-green-policy",
            new() { Role = role.Id, Policy = Policy(context, target) },
            new() { Parent = this }
        );
        Arn = Output.Tuple(role.Arn, policy.Id).Apply(known => known.Item1);
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
