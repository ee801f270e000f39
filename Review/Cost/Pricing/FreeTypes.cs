using Review.Model;

namespace Review.Cost.Pricing;

/// <summary>What costs nothing by itself, and why. A type that is neither here nor has a rule is not priced, which every output says.</summary>
internal static class FreeTypes
{
    private const string Access = "access control costs nothing";
    private const string Network = "AWS does not charge for it; what passes gateways is priced there";
    private const string Api = "part of an API, which is paid by its requests";
    private const string Bucket = "a setting of a bucket, which is priced itself";
    private const string Record =
        "records cost nothing; the zone they are in is paid where it is, and queries for aliases of AWS resources are free";
    private const string Logs = "logs are paid by what groups take in";
    private const string Cognito = "part of a user pool, which is paid by its users";
    private const string Balancer = "part of a load balancer, which is priced itself";
    private const string Mail = "mail is paid by the message";
    private const string Deploy = "CodeDeploy costs nothing for ECS, Lambda and EC2";
    private const string Outside = "made by Pulumi alone";

    // Providers that make nothing outside the stack's own state.
    private static readonly string[] Local = ["pulumi:", "random:", "tls:", "time:"];

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["aws:acm/certificate:Certificate"] = "public certificates cost nothing",
        ["aws:acm/certificateValidation:CertificateValidation"] = "public certificates cost nothing",
        ["aws:apigateway/account:Account"] = Api,
        ["aws:apigateway/apiKey:ApiKey"] = Api,
        ["aws:apigateway/authorizer:Authorizer"] = "part of an API; the function it calls is priced itself",
        ["aws:apigateway/basePathMapping:BasePathMapping"] = Api,
        ["aws:apigateway/deployment:Deployment"] = Api,
        ["aws:apigateway/domainName:DomainName"] = Api,
        ["aws:apigateway/integration:Integration"] = Api,
        ["aws:apigateway/integrationResponse:IntegrationResponse"] = Api,
        ["aws:apigateway/method:Method"] = Api,
        ["aws:apigateway/methodResponse:MethodResponse"] = Api,
        ["aws:apigateway/methodSettings:MethodSettings"] = Api,
        ["aws:apigateway/model:Model"] = Api,
        ["aws:apigateway/requestValidator:RequestValidator"] = Api,
        ["aws:apigateway/resource:Resource"] = Api,
        ["aws:apigateway/response:Response"] = Api,
        ["aws:apigateway/restApiPolicy:RestApiPolicy"] = Api,
        ["aws:apigateway/usagePlan:UsagePlan"] = Api,
        ["aws:apigateway/usagePlanKey:UsagePlanKey"] = Api,
        ["aws:apigatewayv2/integration:Integration"] = Api,
        ["aws:apigatewayv2/route:Route"] = Api,
        ["aws:apigatewayv2/stage:Stage"] = Api,
        ["aws:appautoscaling/scheduledAction:ScheduledAction"] = "scaling costs nothing",
        ["aws:appautoscaling/target:Target"] = "scaling costs nothing",
        ["aws:backup/selection:Selection"] = "backups are paid by what vaults hold",
        ["aws:backup/vaultLockConfiguration:VaultLockConfiguration"] = "backups are paid by what vaults hold",
        ["aws:backup/vaultNotifications:VaultNotifications"] = "backups are paid by what vaults hold",
        ["aws:backup/vaultPolicy:VaultPolicy"] = Access,
        ["aws:budgets/budget:Budget"] = "budgets without actions cost nothing",
        ["aws:cloudfront/cachePolicy:CachePolicy"] = "part of a distribution, which is priced itself",
        ["aws:cloudfront/originAccessControl:OriginAccessControl"] = "part of a distribution, which is priced itself",
        ["aws:cloudfront/originRequestPolicy:OriginRequestPolicy"] = "part of a distribution, which is priced itself",
        ["aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"] = "part of a distribution, which is priced itself",
        ["aws:cloudwatch/eventTarget:EventTarget"] = "what it calls is priced itself",
        ["aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination"] = Logs,
        ["aws:cloudwatch/logDeliverySource:LogDeliverySource"] = Logs,
        ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy"] = Access,
        ["aws:cloudwatch/logStream:LogStream"] = Logs,
        ["aws:codedeploy/application:Application"] = Deploy,
        ["aws:codedeploy/deploymentConfig:DeploymentConfig"] = Deploy,
        ["aws:codedeploy/deploymentGroup:DeploymentGroup"] = Deploy,
        ["aws:cognito/identityProvider:IdentityProvider"] = Cognito,
        ["aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration"] = Logs,
        ["aws:cognito/managedLoginBranding:ManagedLoginBranding"] = Cognito,
        ["aws:cognito/resourceServer:ResourceServer"] = Cognito,
        ["aws:cognito/riskConfiguration:RiskConfiguration"] = "part of the Plus plan of its user pool",
        ["aws:cognito/userGroup:UserGroup"] = Cognito,
        ["aws:cognito/userPoolDomain:UserPoolDomain"] = Cognito,
        ["aws:costexplorer/anomalyMonitor:AnomalyMonitor"] = "Cost Anomaly Detection costs nothing",
        ["aws:costexplorer/anomalySubscription:AnomalySubscription"] = "Cost Anomaly Detection costs nothing",
        ["aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"] = Network,
        ["aws:ec2/defaultRouteTable:DefaultRouteTable"] = Network,
        ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"] = Network,
        ["aws:ec2/internetGateway:InternetGateway"] = Network,
        ["aws:ec2/launchTemplate:LaunchTemplate"] = "instances are paid with their auto scaling group",
        ["aws:ec2/networkAcl:NetworkAcl"] = Network,
        ["aws:ec2/networkAclRule:NetworkAclRule"] = Network,
        ["aws:ec2/route:Route"] = Network,
        ["aws:ec2/routeTable:RouteTable"] = Network,
        ["aws:ec2/routeTableAssociation:RouteTableAssociation"] = Network,
        ["aws:ec2/securityGroup:SecurityGroup"] = Network,
        ["aws:ec2/securityGroupRule:SecurityGroupRule"] = Network,
        ["aws:ec2/subnet:Subnet"] = Network,
        ["aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation"] = Network,
        ["aws:ecr/lifecyclePolicy:LifecyclePolicy"] = "images are paid by the GB",
        ["aws:ecr/repositoryPolicy:RepositoryPolicy"] = Access,
        ["aws:ecs/capacityProvider:CapacityProvider"] = "its instances are priced where they are",
        ["aws:ecs/clusterCapacityProviders:ClusterCapacityProviders"] = "tasks are paid with their service",
        ["aws:elasticache/parameterGroup:ParameterGroup"] = "nodes are paid with their replication group",
        ["aws:elasticache/subnetGroup:SubnetGroup"] = "nodes are paid with their replication group",
        ["aws:elasticache/user:User"] = Access,
        ["aws:elasticache/userGroup:UserGroup"] = Access,
        ["aws:iam/instanceProfile:InstanceProfile"] = Access,
        ["aws:iam/openIdConnectProvider:OpenIdConnectProvider"] = Access,
        ["aws:iam/policy:Policy"] = Access,
        ["aws:iam/role:Role"] = Access,
        ["aws:iam/rolePolicy:RolePolicy"] = Access,
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = Access,
        ["aws:kms/alias:Alias"] = "the key is priced itself",
        ["aws:lambda/alias:Alias"] = "the function is priced itself",
        ["aws:lambda/eventSourceMapping:EventSourceMapping"] =
            "the function is priced itself; a queue that it polls is priced there",
        ["aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig"] = "the function is priced itself",
        ["aws:lambda/permission:Permission"] = Access,
        ["aws:lb/listener:Listener"] = Balancer,
        ["aws:lb/listenerRule:ListenerRule"] = Balancer,
        ["aws:lb/targetGroup:TargetGroup"] = Balancer,
        ["aws:rds/parameterGroup:ParameterGroup"] = "instances are priced themselves",
        ["aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup"] = "the proxy is priced itself",
        ["aws:rds/proxyTarget:ProxyTarget"] = "the proxy is priced itself",
        ["aws:rds/subnetGroup:SubnetGroup"] = "instances are priced themselves",
        ["aws:route53/record:Record"] = Record,
        ["aws:s3/bucketCorsConfiguration:BucketCorsConfiguration"] = Bucket,
        ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = Bucket,
        ["aws:s3/bucketObjectv2:BucketObjectv2"] = "an object of a bucket, which is paid by the GB",
        ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"] = Bucket,
        ["aws:s3/bucketPolicy:BucketPolicy"] = Access,
        ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = Access,
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = Bucket,
        ["aws:s3/bucketVersioning:BucketVersioning"] = Bucket,
        ["aws:scheduler/scheduleGroup:ScheduleGroup"] = "schedules are paid by the call",
        ["aws:secretsmanager/secretPolicy:SecretPolicy"] = Access,
        ["aws:secretsmanager/secretRotation:SecretRotation"] = "the function that rotates is priced itself",
        ["aws:secretsmanager/secretVersion:SecretVersion"] = "the secret is priced itself",
        ["aws:servicediscovery/service:Service"] = "instances that ECS registers cost nothing; the namespace is priced itself",
        ["aws:ses/domainIdentityVerification:DomainIdentityVerification"] = Mail,
        ["aws:sesv2/configurationSet:ConfigurationSet"] = Mail,
        ["aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination"] = Mail,
        ["aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes"] = Mail,
        ["aws:sns/topicPolicy:TopicPolicy"] = Access,
        ["aws:sns/topicSubscription:TopicSubscription"] = "notifications are paid with their topic",
        ["aws:sqs/queuePolicy:QueuePolicy"] = Access,
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = Network,
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = Network,
        ["aws:wafv2/ipSet:IpSet"] = "rules are paid with their web ACL",
        ["aws:wafv2/regexPatternSet:RegexPatternSet"] = "rules are paid with their web ACL",
        ["aws:wafv2/webAclAssociation:WebAclAssociation"] = "the web ACL is priced itself",
        ["aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration"] = Logs,
    };

    /// <summary>Every type here.</summary>
    public static IEnumerable<string> All => Reasons.Keys;

    /// <summary>Why a resource costs nothing; nothing where it may cost something.</summary>
    public static string? Reason(Resource resource) =>
        Array.Exists(Local, made => resource.Type.StartsWith(made, StringComparison.Ordinal))
            ? Outside
            : Reasons.GetValueOrDefault(resource.Type);
}
