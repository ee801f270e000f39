using Review.Model.Aws;

namespace Review.Drawing.Reading;

/// <summary>What parts belong to, by type: what they name in an input, or what names them.</summary>
internal static class OwnerRules
{
    // What such a type says of others is not enough to know whose it is, but that it is somebody's.
    private static readonly string[] Endings =
    [
        "Access",
        "Alias",
        "Association",
        "Attachment",
        "Block",
        "Configuration",
        "Controls",
        "Permission",
        "Policy",
        "Rule",
        "Settings",
        "Subscription",
        "Target",
        "Validation",
        "Verification",
        "Version",
        "Versioning",
    ];

    /// <summary>The inputs that name whose part a resource of this type is, the first one that does so counting; nothing where no rule says so.</summary>
    public static string[]? Named(string type) =>
        type switch
        {
            SecurityRules.Ingress or SecurityRules.Egress or "aws:ec2/securityGroupRule:SecurityGroupRule" => ["securityGroupId"],
            "aws:ec2/routeTableAssociation:RouteTableAssociation" => ["subnetId"],
            "aws:ec2/routeTable:RouteTable" or "aws:ec2/flowLog:FlowLog" => ["vpcId", "subnetId"],
            "aws:ec2/route:Route" => ["routeTableId"],
            "aws:ec2/defaultRouteTable:DefaultRouteTable" => ["defaultRouteTableId"],
            "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl" => ["defaultNetworkAclId"],
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup" => ["vpcId"],
            "aws:appautoscaling/policy:Policy" or "aws:appautoscaling/target:Target" => ["resourceId"],
            "aws:backup/selection:Selection" => ["planId"],
            "aws:cloudwatch/eventTarget:EventTarget" => ["rule"],
            "aws:cloudwatch/logDelivery:LogDelivery" => ["deliverySourceName"],
            "aws:cloudwatch/logDeliverySource:LogDeliverySource" => ["resourceArn"],
            "aws:cloudwatch/logMetricFilter:LogMetricFilter" => ["logGroupName"],
            "aws:cloudwatch/queryDefinition:QueryDefinition" => ["logGroupNames"],
            "aws:iam/rolePolicy:RolePolicy" or "aws:iam/rolePolicyAttachment:RolePolicyAttachment" => ["role"],
            "aws:lb/listener:Listener" => ["loadBalancerArn"],
            "aws:sns/topicSubscription:TopicSubscription" => ["topic"],
            "aws:wafv2/webAclAssociation:WebAclAssociation" => ["webAclArn"],
            "aws:costexplorer/anomalySubscription:AnomalySubscription" => ["monitorArnLists"],
            _ => null,
        };

    /// <summary>Whether a resource of this type belongs to what names it.</summary>
    public static bool IsNamedByOwner(string type) =>
        type
            is Tokens.Role
                or SecurityRules.Group
                or Balancers.TargetGroup
                or CardNames.Task
                or Databases.ParameterGroup
                or Databases.SubnetGroup
                or "aws:apigateway/apiKey:ApiKey"
                or "aws:cloudfront/cachePolicy:CachePolicy"
                or "aws:cloudfront/function:Function"
                or "aws:cloudfront/originAccessControl:OriginAccessControl"
                or "aws:cloudfront/originRequestPolicy:OriginRequestPolicy"
                or "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"
                or "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination"
                or "aws:ec2/eip:Eip"
                or "aws:ec2/launchTemplate:LaunchTemplate"
                or "aws:elasticache/parameterGroup:ParameterGroup"
                or "aws:elasticache/subnetGroup:SubnetGroup"
                or "aws:iam/instanceProfile:InstanceProfile"
                or "aws:iam/policy:Policy"
                or "aws:scheduler/scheduleGroup:ScheduleGroup"
                or "aws:sesv2/configurationSet:ConfigurationSet"
                or "aws:wafv2/ipSet:IpSet"
        || type.StartsWith("random:", StringComparison.Ordinal)
        || type.StartsWith("tls:", StringComparison.Ordinal);

    /// <summary>Whether the name of a type says that it is a part of something.</summary>
    public static bool IsPartByName(string type)
    {
        foreach (var ending in Endings)
            if (type.EndsWith(ending, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>Whether what an input names says nothing about whose part a resource is: keys, rights and texts of rights are named by everybody.</summary>
    public static bool IsForeign(string property) =>
        property.Contains("olicy", StringComparison.Ordinal)
        || property.StartsWith("kms", StringComparison.Ordinal)
        || property.StartsWith("role", StringComparison.Ordinal);
}
