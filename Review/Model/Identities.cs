namespace Review.Model;

/// <summary>Texts by which others refer to a resource when a program writes them out: names that people chose, and ARNs made of them.</summary>
internal static class Identities
{
    // Type, the input that names the resource, and what stands before the name in its ARN after account and region. Without the last the name alone is its identity.
    private static readonly Dictionary<string, (string Property, string? Arn)> Names = new(StringComparer.Ordinal)
    {
        ["aws:autoscaling/group:Group"] = ("name", null),
        ["aws:backup/vault:Vault"] = ("name", "backup-vault:"),
        ["aws:cloudwatch/eventBus:EventBus"] = ("name", "event-bus/"),
        ["aws:cloudwatch/eventRule:EventRule"] = ("name", "rule/"),
        ["aws:cloudwatch/logGroup:LogGroup"] = ("name", "log-group:"),
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = ("name", "alarm:"),
        ["aws:dynamodb/table:Table"] = ("name", "table/"),
        ["aws:ecr/repository:Repository"] = ("name", "repository/"),
        ["aws:ecs/capacityProvider:CapacityProvider"] = ("name", "capacity-provider/"),
        ["aws:ecs/cluster:Cluster"] = ("name", "cluster/"),
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = ("replicationGroupId", "replicationgroup:"),
        ["aws:elasticache/parameterGroup:ParameterGroup"] = ("name", null),
        ["aws:elasticache/subnetGroup:SubnetGroup"] = ("name", null),
        ["aws:iam/role:Role"] = ("name", "role/"),
        ["aws:kms/alias:Alias"] = ("name", ""),
        ["aws:lambda/function:Function"] = ("name", "function:"),
        ["aws:rds/instance:Instance"] = ("identifier", "db:"),
        ["aws:rds/parameterGroup:ParameterGroup"] = ("name", "pg:"),
        ["aws:rds/proxy:Proxy"] = ("name", null),
        ["aws:rds/subnetGroup:SubnetGroup"] = ("name", "subgrp:"),
        ["aws:s3/bucket:Bucket"] = ("bucket", ""),
        ["aws:secretsmanager/secret:Secret"] = ("name", "secret:"),
        ["aws:sns/topic:Topic"] = ("name", ""),
        ["aws:sqs/queue:Queue"] = ("name", ""),
        ["aws:ssm/parameter:Parameter"] = ("name", "parameter"),
        ["aws:wafv2/webAcl:WebAcl"] = ("name", null),
    };

    /// <summary>The name of a resource and, where its form can be foreseen, what its ARN ends in.</summary>
    public static IEnumerable<string> Of(Resource resource)
    {
        if (
            !Names.TryGetValue(resource.Type, out var rule)
            || resource[rule.Property] is not { IsUnknown: false, Text: { Length: > 0 } name }
        )
            yield break;
        yield return name;
        if (rule.Arn is { } before)
            yield return $"{Arn}{before}{name}";
    }

    /// <summary>
    /// A text as an identity: an ARN loses what stands before the resource, and what names a part of it, such as the streams of a log group or the
    /// objects of a bucket.
    /// </summary>
    public static string WithoutSuffix(string text)
    {
        if (!text.StartsWith(Arn, StringComparison.Ordinal))
            return text;
        // arn:partition:service:region:account:resource
        var at = 0;
        for (var colon = 0; colon < 5; colon++)
        {
            at = text.IndexOf(':', at) + 1;
            if (at == 0)
                return text;
        }
        var resource = text[at..];
        if (text.AsSpan(Arn.Length).Contains(":s3:", StringComparison.Ordinal) && resource.IndexOf('/') is >= 0 and var slash)
            resource = resource[..slash];
        // A version or alias of a function is part of it: function:name:live.
        if (
            resource.StartsWith(Function, StringComparison.Ordinal)
            && resource.IndexOf(':', Function.Length) is > 0 and var colons
        )
            resource = resource[..colons];
        foreach (var suffix in Suffixes)
            if (resource.EndsWith(suffix, StringComparison.Ordinal))
                resource = resource[..^suffix.Length];
        return $"{Arn}{resource}";
    }

    private const string Arn = "arn:";
    private const string Function = "function:";

    private static readonly string[] Suffixes = [":*", ":log-stream:*", "-??????", "-*"];
}
