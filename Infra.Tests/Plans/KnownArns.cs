using System.Text.RegularExpressions;

namespace Infra.Tests.Plans;

/// <summary>The ARNs that the resources of a plan have, as far as they can be known, to check what policies name.</summary>
internal sealed class KnownArns
{
    private readonly List<string> _arns = [];

    public static KnownArns Of(PlannedStack plan)
    {
        var known = new KnownArns();
        foreach (var resource in plan.Resources)
            known._arns.AddRange([resource["arn"], .. Literal(plan, resource)]);
        known._arns.AddRange(plan.All("aws:rds/instance:Instance").Select(instance => instance["masterUserSecret.arn"]));
        // Made by AWS itself the first time that an instance reports, and by ECS Exec while it looks for its own group.
        var here = $":{plan.Region}:{plan.Account}:";
        known._arns.Add($"arn:aws:logs{here}log-group:RDSOSMetrics:log-stream:db-1");
        known._arns.Add($"arn:aws:logs{here}log-group:RDSOSMetrics");
        return known;
    }

    /// <summary>Whether some ARN of the plan is meant by a resource of a policy, which may have stars in it.</summary>
    public bool Covers(string pattern)
    {
        var regex = new Regex($"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$");
        return _arns.Any(regex.IsMatch) || _arns.Any(arn => IsInBucket(arn, pattern));
    }

    private static bool IsInBucket(string arn, string pattern) =>
        arn.StartsWith("arn:aws:s3:::", StringComparison.Ordinal) && pattern.StartsWith($"{arn}/", StringComparison.Ordinal);

    private static string? Cluster(PlannedStack plan, Planned service) =>
        plan.Referred("aws:ecs/cluster:Cluster", service.Text("cluster")!, "arn").Text("name");

    // The folders that a parameter is in.
    private static IEnumerable<string> Above(string name)
    {
        for (var end = name.LastIndexOf('/'); end > 0; end = name.LastIndexOf('/', end - 1))
            yield return name[..end];
    }

    private static IEnumerable<string> Literal(PlannedStack plan, Planned resource)
    {
        var (name, account) = (resource.Text("name"), $":{resource.Region}:{plan.Account}:");
        return resource.Type switch
        {
            "aws:cloudwatch/logGroup:LogGroup" =>
            [
                $"arn:aws:logs{account}log-group:{name}",
                $"arn:aws:logs{account}log-group:{name}:log-stream:ecs/container/task",
            ],
            "aws:ecr/repository:Repository" => [$"arn:aws:ecr{account}repository/{name}"],
            "aws:cloudwatch/metricAlarm:MetricAlarm" => [$"arn:aws:cloudwatch{account}alarm:{name}"],
            "aws:ecs/service:Service" =>
            [
                $"arn:aws:ecs{account}service/{Cluster(plan, resource)}/{name}",
                $"arn:aws:ecs{account}task-set/{Cluster(plan, resource)}/{name}/ecs-svc/0123",
            ],
            "aws:s3/bucket:Bucket" => [$"arn:aws:s3:::{resource.Text("bucket")}"],
            // Lambda makes the log of what Synthetics runs.
            "aws:synthetics/canary:Canary" => [$"arn:aws:logs{account}log-group:/aws/lambda/cwsyn-{name}-0123"],
            "aws:dynamodb/table:Table" =>
            [
                $"arn:aws:dynamodb{account}table/{name}",
                $"arn:aws:dynamodb{account}table/{name}/index/by",
            ],
            "aws:lambda/function:Function" =>
            [
                $"arn:aws:lambda{account}function:{name}",
                $"arn:aws:lambda{account}function:{name}:live",
            ],
            "aws:ssm/parameter:Parameter" =>
            [
                $"arn:aws:ssm{account}parameter{name}",
                .. Above(name!).Select(path => $"arn:aws:ssm{account}parameter{path}"),
            ],
            "aws:iam/role:Role" => [$"arn:aws:iam::{plan.Account}:role/{name}"],
            "aws:sns/topic:Topic" => [$"arn:aws:sns{account}{name}"],
            "aws:ecs/cluster:Cluster" =>
            [
                $"arn:aws:ecs{account}cluster/{name}",
                $"arn:aws:ecs{account}container-instance/{name}/0123",
            ],
            "aws:lb/targetGroup:TargetGroup" => [$"arn:aws:elasticloadbalancing{account}targetgroup/{name}/0123"],
            "aws:lb/loadBalancer:LoadBalancer" =>
            [
                $"arn:aws:elasticloadbalancing{account}listener/app/{name}/0123/4567",
                $"arn:aws:elasticloadbalancing{account}listener-rule/app/{name}/0123/4567/89ab",
            ],
            "aws:rds/instance:Instance" => [$"arn:aws:rds{account}db:{resource.Text("identifier")}"],
            // Whom people sign in as: through a proxy the master user, or the one that its runbook makes.
            "aws:rds/proxy:Proxy" =>
            [
                .. plan.All("aws:rds/instance:Instance")
                    .Select(instance => $"arn:aws:rds-db{account}dbuser:{resource["arn"]}/{instance.Text("username")}"),
                $"arn:aws:rds-db{account}dbuser:{resource["arn"]}/finsight_app",
                .. plan.All("aws:rds/instance:Instance")
                    .Select(instance => $"arn:aws:rds-db{account}dbuser:{instance["resourceId"]}/finsight_app"),
            ],
            "aws:sqs/queue:Queue" => [$"arn:aws:sqs{account}{name}"],
            "aws:sesv2/emailIdentity:EmailIdentity" => [$"arn:aws:ses{account}identity/{resource.Text("emailIdentity")}"],
            "aws:sesv2/configurationSet:ConfigurationSet" =>
            [
                $"arn:aws:ses{account}configuration-set/{resource.Text("configurationSetName")}",
            ],
            "aws:appautoscaling/target:Target" => [$"arn:aws:application-autoscaling{account}scalable-target/0123"],
            _ => [],
        };
    }
}
