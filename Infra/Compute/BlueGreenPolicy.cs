using Infra.Policies;

namespace Infra.Compute;

/// <summary>What CodeDeploy may do: replace the tasks of one service, and turn one load balancer.</summary>
internal static class BlueGreenPolicy
{
    /// <summary>The statements.</summary>
    /// <param name="args">The deployment.</param>
    public static IEnumerable<Statement> Statements(BlueGreenDeploymentArgs args)
    {
        var context = args.Context;
        var service = context.Arn("ecs", $"service/{args.ClusterName}/{args.ServiceName}");
        var balancer = args.Target.LoadBalancerName;
        yield return new("ReplaceTasks")
        {
            Actions = ["ecs:DeleteTaskSet", "ecs:DescribeServices", "ecs:UpdateServicePrimaryTaskSet"],
            Resources = [service, context.Arn("ecs", $"task-set/{args.ClusterName}/{args.ServiceName}/*")],
        };
        // A task set that is not there yet has no ARN; the service it is made in has.
        yield return new("StartTasks")
        {
            Actions = ["ecs:CreateTaskSet"],
            Conditions = [new("ArnEquals", "ecs:service", service)],
        };
        yield return new("PassTaskRoles")
        {
            Actions = ["iam:PassRole"],
            Resources = [.. args.TaskRoleArns.Order(StringComparer.Ordinal)],
            Conditions = [new("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com")],
        };
        yield return new("LookAtAlarms")
        {
            Actions = ["cloudwatch:DescribeAlarms"],
            Resources = [context.Arn("cloudwatch", "alarm:*")],
        };
        // Elastic Load Balancing lets nothing be described by ARN.
        yield return new("LookAtLoadBalancer")
        {
            Actions =
            [
                "elasticloadbalancing:DescribeListeners",
                "elasticloadbalancing:DescribeRules",
                "elasticloadbalancing:DescribeTargetGroups",
            ],
        };
        yield return new("TurnTraffic")
        {
            Actions = ["elasticloadbalancing:ModifyListener", "elasticloadbalancing:ModifyRule"],
            Resources =
            [
                context.Arn("elasticloadbalancing", $"listener/app/{balancer}/*"),
                context.Arn("elasticloadbalancing", $"listener-rule/app/{balancer}/*"),
            ],
        };
    }
}
