using System.Collections.Frozen;

namespace Engine.Planning;

/// <summary>
/// Lists that AWS keeps as sets: in another order they are the same. The table follows the provider's schemas, where these are sets; lists whose
/// order means something there (rules of a lifecycle, cache behaviours, actions of a listener) are left out on purpose.
/// </summary>
public static class SetLists
{
    private const string Anywhere = "*.";

    /// <summary>Whether the list at a path of a resource's inputs is a set.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="path">A property path; which item of a list it leads through does not matter.</param>
    public static bool Contains(string type, string path)
    {
        if (!Known.TryGetValue(type, out var paths))
            return false;
        var place = WithoutIndices(path);
        foreach (var known in paths)
            if (
                known.StartsWith(Anywhere, StringComparison.Ordinal)
                    ? place.EndsWith(known[1..], StringComparison.Ordinal)
                    : place == known
            )
                return true;
        return false;
    }

    /// <summary>The table: every type with its paths.</summary>
    internal static IReadOnlyDictionary<string, string[]> Rows => Known;

    private static string WithoutIndices(string path)
    {
        if (!path.Contains('[', StringComparison.Ordinal))
            return path;
        return PropertyPaths.Parse(path) is { } elements
            ? string.Join('.', elements.Where(element => element.Key is not null).Select(element => element.Key))
            : path;
    }

    private static FrozenDictionary<string, string[]> Read(string table)
    {
        var rows = table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(' '));
        return rows.ToFrozenDictionary(row => $"aws:{row[0]}", row => row[1..], StringComparer.Ordinal);
    }

    // Type without its package, then the paths; a star stands for whatever lies above.
    private static readonly FrozenDictionary<string, string[]> Known = Read(
        """
        acm/certificate:Certificate subjectAlternativeNames
        acm/certificateValidation:CertificateValidation validationRecordFqdns
        apigateway/authorizer:Authorizer providerArns
        apigateway/usagePlan:UsagePlan apiStages
        autoscaling/group:Group tags vpcZoneIdentifiers targetGroupArns enabledMetrics suspendedProcesses
        backup/plan:Plan rules
        backup/selection:Selection conditions conditions.stringEquals conditions.stringLikes conditions.stringNotEquals conditions.stringNotLikes notResources resources
        budgets/budget:Budget costFilters notifications notifications.subscriberEmailAddresses notifications.subscriberSnsTopicArns
        cloudfront/distribution:Distribution aliases customErrorResponses origins origins.customHeaders origins.customOriginConfig.originSslProtocols *.allowedMethods *.cachedMethods *.functionAssociations *.lambdaFunctionAssociations restrictions.geoRestriction.locations
        cloudfront/responseHeadersPolicy:ResponseHeadersPolicy *.items
        cloudwatch/compositeAlarm:CompositeAlarm alarmActions insufficientDataActions okActions
        cloudwatch/metricAlarm:MetricAlarm alarmActions insufficientDataActions metricQueries okActions
        codedeploy/deploymentGroup:DeploymentGroup alarmConfiguration.alarms autoRollbackConfiguration.events loadBalancerInfo.targetGroupPairInfo.prodTrafficRoute.listenerArns
        cognito/resourceServer:ResourceServer scopes
        cognito/riskConfiguration:RiskConfiguration *.eventFilters *.blockedIpRangeLists *.skippedIpRangeLists
        cognito/userPool:UserPool accountRecoverySetting.recoveryMechanisms aliasAttributes autoVerifiedAttributes schemas signInPolicy.allowedFirstAuthFactors userAttributeUpdateSettings.attributesRequireVerificationBeforeUpdates usernameAttributes
        cognito/userPoolClient:UserPoolClient allowedOauthFlows allowedOauthScopes callbackUrls explicitAuthFlows logoutUrls readAttributes supportedIdentityProviders writeAttributes
        costexplorer/anomalySubscription:AnomalySubscription subscribers *.matchOptions *.values
        dynamodb/table:Table attributes globalSecondaryIndexes localSecondaryIndexes replicas
        ec2/defaultNetworkAcl:DefaultNetworkAcl egress ingress subnetIds
        ec2/defaultRouteTable:DefaultRouteTable routes
        ec2/defaultSecurityGroup:DefaultSecurityGroup egress ingress
        ec2/launchTemplate:LaunchTemplate securityGroupNames vpcSecurityGroupIds
        ec2/networkAcl:NetworkAcl egress ingress subnetIds
        ec2/routeTable:RouteTable routes
        ec2/securityGroup:SecurityGroup egress ingress
        ec2/vpcEndpoint:VpcEndpoint routeTableIds securityGroupIds subnetIds
        ecs/cluster:Cluster settings
        ecs/clusterCapacityProviders:ClusterCapacityProviders capacityProviders defaultCapacityProviderStrategies
        ecs/service:Service alarms.alarmNames capacityProviderStrategies loadBalancers networkConfiguration.securityGroups networkConfiguration.subnets placementConstraints
        ecs/taskDefinition:TaskDefinition placementConstraints requiresCompatibilities volumes
        elasticache/parameterGroup:ParameterGroup parameters
        elasticache/replicationGroup:ReplicationGroup logDeliveryConfigurations preferredCacheClusterAzs securityGroupIds userGroupIds
        elasticache/subnetGroup:SubnetGroup subnetIds
        iam/openIdConnectProvider:OpenIdConnectProvider clientIdLists
        lambda/function:Function vpcConfig.securityGroupIds vpcConfig.subnetIds
        lb/listenerRule:ListenerRule conditions *.targetGroups *.values
        lb/loadBalancer:LoadBalancer securityGroups subnetMappings subnets
        rds/cluster:Cluster availabilityZones enabledCloudwatchLogsExports iamRoles vpcSecurityGroupIds
        rds/instance:Instance domainDnsIps enabledCloudwatchLogsExports vpcSecurityGroupIds
        rds/parameterGroup:ParameterGroup parameters
        rds/proxy:Proxy auths vpcSecurityGroupIds vpcSubnetIds
        rds/subnetGroup:SubnetGroup subnetIds
        route53/record:Record records
        s3/bucketCorsConfiguration:BucketCorsConfiguration corsRules corsRules.allowedHeaders corsRules.allowedMethods corsRules.allowedOrigins corsRules.exposeHeaders
        s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration rules.transitions rules.noncurrentVersionTransitions
        s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration rules
        sesv2/configurationSetEventDestination:ConfigurationSetEventDestination eventDestination.cloudWatchDestination.dimensionConfigurations eventDestination.matchingEventTypes
        wafv2/webAcl:WebAcl rules *.countryCodes *.textTransformations
        wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration logDestinationConfigs
        """
    );
}
