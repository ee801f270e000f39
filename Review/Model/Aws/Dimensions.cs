using System.Runtime.CompilerServices;

namespace Review.Model.Aws;

/// <summary>Which resource of a stack a dimension of a metric means.</summary>
internal sealed class Dimensions
{
    private static readonly ConditionalWeakTable<StackModel, Dimensions> Known = [];

    // The type that a dimension means, and the input that holds its name; nothing where AWS makes up the id.
    private static readonly Dictionary<string, Meaning> Meanings = new(StringComparer.Ordinal)
    {
        ["ApiName"] = new("aws:apigateway/restApi:RestApi", "name"),
        ["AutoScalingGroupName"] = new("aws:autoscaling/group:Group", "name"),
        ["CacheClusterId"] = new("aws:elasticache/replicationGroup:ReplicationGroup", "replicationGroupId"),
        ["CertificateArn"] = new("aws:acm/certificate:Certificate", null),
        ["ClusterName"] = new("aws:ecs/cluster:Cluster", "name"),
        ["DBInstanceIdentifier"] = new("aws:rds/instance:Instance", "identifier"),
        ["DistributionId"] = new("aws:cloudfront/distribution:Distribution", null),
        ["FunctionName"] = new(Tokens.Function, "name"),
        ["LoadBalancer"] = new(Tokens.LoadBalancer, null),
        ["LogGroupName"] = new(Tokens.LogGroup, "name"),
        ["NatGatewayId"] = new("aws:ec2/natGateway:NatGateway", null),
        ["ProxyName"] = new("aws:rds/proxy:Proxy", "name"),
        ["QueueName"] = new(Tokens.Queue, "name"),
        ["ReplicationGroupId"] = new("aws:elasticache/replicationGroup:ReplicationGroup", "replicationGroupId"),
        ["ServiceName"] = new("aws:ecs/service:Service", "name"),
        ["TableName"] = new(Tokens.Table, "name"),
        ["TargetGroup"] = new("aws:lb/targetGroup:TargetGroup", null),
        ["TopicName"] = new(Tokens.Topic, "name"),
        ["UserPool"] = new("aws:cognito/userPool:UserPool", null),
        ["UserPoolClient"] = new("aws:cognito/userPoolClient:UserPoolClient", null),
        ["UserPoolId"] = new("aws:cognito/userPool:UserPool", null),
        ["WebACL"] = new("aws:wafv2/webAcl:WebAcl", "name"),
        ["ses:configuration-set"] = new("aws:sesv2/configurationSet:ConfigurationSet", "configurationSetName"),
    };

    private readonly StackModel _stack;
    private readonly Dictionary<string, Resource> _named = new(StringComparer.Ordinal);

    private Dimensions(StackModel stack)
    {
        _stack = stack;
        foreach (var meaning in Meanings.Values)
        foreach (var resource in stack.All(meaning.Type))
            if (meaning.Property is { } property && resource[property].Text is { } name)
                _named.TryAdd(Key(meaning.Type, name), resource);
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
        if (_named.TryGetValue(Key(meaning.Type, text), out var named))
            return named;
        // Nodes of a replication group are called after it: group-001, group-0001-001.
        if (dimension == "CacheClusterId" && text.LastIndexOf('-') is > 0 and var dash)
            return Find(dimension, text[..dash]);
        return _stack.References.In(text).FirstOrDefault(resource => resource.Type == meaning.Type);
    }

    private static string Key(string type, string name) => $"{type}|{name}";

    private sealed record Meaning(string Type, string? Property);
}
