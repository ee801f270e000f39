using System.Runtime.CompilerServices;

namespace Review.Model.Aws;

/// <summary>Which resource of a stack a dimension of a metric means.</summary>
internal sealed class Dimensions
{
    private static readonly ConditionalWeakTable<StackModel, Dimensions> Known = [];

    // The type that a dimension means, and the input that holds its name; nothing where AWS makes up the id.
    private static readonly Dictionary<string, (string Type, string? Property)> Meanings = new(StringComparer.Ordinal)
    {
        ["ApiName"] = ("aws:apigateway/restApi:RestApi", "name"),
        ["AutoScalingGroupName"] = ("aws:autoscaling/group:Group", "name"),
        ["CacheClusterId"] = ("aws:elasticache/replicationGroup:ReplicationGroup", "replicationGroupId"),
        ["CertificateArn"] = ("aws:acm/certificate:Certificate", null),
        ["ClusterName"] = ("aws:ecs/cluster:Cluster", "name"),
        ["DBInstanceIdentifier"] = ("aws:rds/instance:Instance", "identifier"),
        ["DistributionId"] = ("aws:cloudfront/distribution:Distribution", null),
        ["FunctionName"] = (Tokens.Function, "name"),
        ["LoadBalancer"] = (Tokens.LoadBalancer, null),
        ["LogGroupName"] = (Tokens.LogGroup, "name"),
        ["NatGatewayId"] = ("aws:ec2/natGateway:NatGateway", null),
        ["ProxyName"] = ("aws:rds/proxy:Proxy", "name"),
        ["QueueName"] = (Tokens.Queue, "name"),
        ["ReplicationGroupId"] = ("aws:elasticache/replicationGroup:ReplicationGroup", "replicationGroupId"),
        ["ServiceName"] = ("aws:ecs/service:Service", "name"),
        ["TableName"] = (Tokens.Table, "name"),
        ["TargetGroup"] = ("aws:lb/targetGroup:TargetGroup", null),
        ["TopicName"] = (Tokens.Topic, "name"),
        ["UserPool"] = ("aws:cognito/userPool:UserPool", null),
        ["UserPoolClient"] = ("aws:cognito/userPoolClient:UserPoolClient", null),
        ["UserPoolId"] = ("aws:cognito/userPool:UserPool", null),
        ["WebACL"] = ("aws:wafv2/webAcl:WebAcl", "name"),
        ["ses:configuration-set"] = ("aws:sesv2/configurationSet:ConfigurationSet", "configurationSetName"),
    };

    private readonly StackModel _stack;
    private readonly Dictionary<(string Type, string Name), Resource> _named = [];

    private Dimensions(StackModel stack)
    {
        _stack = stack;
        foreach (var (type, property) in Meanings.Values)
        foreach (var resource in stack.All(type))
            if (property is not null && resource[property].Text is { } name)
                _named.TryAdd((type, name), resource);
    }

    /// <summary>The dimensions of a stack, found once.</summary>
    public static Dimensions Of(StackModel stack) => Known.GetValue(stack, static stack => new(stack));

    /// <summary>Whether a dimension means a resource at all; others, such as <c>Stage</c>, mean a part of one.</summary>
    public static bool Means(AlarmedMetric metric, string dimension) =>
        Meanings.ContainsKey(dimension)
        // The target group of an RDS proxy is always called default.
        && !(dimension == "TargetGroup" && metric.Namespace == "AWS/RDS");

    /// <summary>The resource that a dimension means; nothing where the stack has none.</summary>
    public Resource? Find(string dimension, string text)
    {
        if (!Meanings.TryGetValue(dimension, out var meaning))
            return null;
        if (_named.TryGetValue((meaning.Type, text), out var named))
            return named;
        // Nodes of a replication group are called after it: group-001, group-0001-001.
        if (dimension == "CacheClusterId" && text.LastIndexOf('-') is > 0 and var dash)
            return Find(dimension, text[..dash]);
        return _stack.References.In(text).FirstOrDefault(resource => resource.Type == meaning.Type);
    }
}
