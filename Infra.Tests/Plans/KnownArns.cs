using System.Text.RegularExpressions;

namespace Infra.Tests.Plans;

/// <summary>The ARNs that the resources of a plan have, as far as they can be known, to check what policies name.</summary>
internal sealed class KnownArns
{
    private const string Account = ":ap-northeast-1:111111111111:";

    private readonly List<string> _arns = [];

    public static KnownArns Of(PlannedStack plan)
    {
        var known = new KnownArns();
        foreach (var resource in plan.Resources)
            known._arns.AddRange([resource["arn"], .. Literal(plan, resource)]);
        known._arns.AddRange(plan.All("aws:rds/instance:Instance").Select(instance => instance["masterUserSecret.arn"]));
        // Made by AWS itself the first time that an instance reports, and by ECS Exec while it looks for its own group.
        known._arns.Add($"arn:aws:logs{Account}log-group:RDSOSMetrics:log-stream:db-1");
        known._arns.Add($"arn:aws:logs{Account}log-group:RDSOSMetrics");
        return known;
    }

    /// <summary>Whether some ARN of the plan is meant by a resource of a policy, which may have stars in it.</summary>
    public bool Covers(string pattern)
    {
        var regex = new Regex($"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$");
        return _arns.Any(regex.IsMatch);
    }

    private static IEnumerable<string> Literal(PlannedStack plan, Planned resource)
    {
        var name = resource.Text("name");
        return resource.Type switch
        {
            "aws:cloudwatch/logGroup:LogGroup" =>
            [
                $"arn:aws:logs{Account}log-group:{name}",
                $"arn:aws:logs{Account}log-group:{name}:log-stream:ecs/container/task",
            ],
            "aws:ecr/repository:Repository" => [$"arn:aws:ecr{Account}repository/{name}"],
            "aws:cloudwatch/metricAlarm:MetricAlarm" => [$"arn:aws:cloudwatch{Account}alarm:{name}"],
            "aws:ecs/service:Service" =>
            [
                $"arn:aws:ecs{Account}service/{plan.Referred("aws:ecs/cluster:Cluster", resource.Text("cluster")!, "arn").Text("name")}/{name}",
            ],
            "aws:rds/instance:Instance" => [$"arn:aws:rds{Account}db:{resource.Text("identifier")}"],
            "aws:appautoscaling/target:Target" => [$"arn:aws:application-autoscaling{Account}scalable-target/0123"],
            _ => [],
        };
    }
}
