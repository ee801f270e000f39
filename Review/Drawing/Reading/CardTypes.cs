using Review.Model;
using Review.Model.Aws;

namespace Review.Drawing.Reading;

/// <summary>The types whose resources people draw. What is of another type belongs to one of these, or, if nothing says to which, is drawn by the words of its type.</summary>
internal static class CardTypes
{
    private const int Always = 0;
    private const int Dozen = 12;

    /// <summary>How a resource is drawn; nothing where it is a part of another.</summary>
    public static CardType? Of(Resource resource) =>
        resource.Type switch
        {
            Tokens.LoadBalancer => Balancer(resource["loadBalancerType"].Text),
            Routes.Nat => new("NAT gateway", "NAT", "network") { Place = CardPlace.Subnet },
            "aws:ec2/internetGateway:InternetGateway" => new("Internet gateway", "IGW", "network") { Place = CardPlace.Vpc },
            "aws:ec2/vpcEndpoint:VpcEndpoint" => resource["vpcEndpointType"].Text is "Interface"
                ? new("Interface endpoint", "VPCE", "network") { Most = Always, Family = "interface-endpoints" }
                : new("Gateway endpoint", "VPCE", "network") { Place = CardPlace.Vpc },
            "aws:ec2/instance:Instance" => new("EC2 instance", "EC2", "compute") { Place = CardPlace.Subnet },
            "aws:autoscaling/group:Group" => new("Auto Scaling group", "ASG", "compute"),
            CardNames.Service => new(IsFargate(resource) ? "Fargate service" : "ECS service", "ECS", "compute") { Most = Dozen },
            CardNames.Task => resource.ReferredBy(CardNames.Service, "taskDefinition").Any()
                ? null
                : new("Fargate task", "TASK", "compute") { Most = Always },
            CardNames.Repository => new("ECR repository", "ECR", "compute") { Several = "ECR repositories" },
            LambdaCalls.Function => new("Lambda function", "λ", "serverless") { Most = Dozen },
            RestApis.Type => new("API Gateway", "API", "serverless"),
            "aws:apigatewayv2/api:Api" => new("API Gateway", "API", "serverless"),
            Databases.Instance => new(Engine(resource), "RDS", "data") { Place = CardPlace.Subnet },
            "aws:rds/cluster:Cluster" => new("Aurora cluster", "RDS", "data"),
            "aws:rds/proxy:Proxy" => new("RDS Proxy", "PRX", "data") { Several = "RDS proxies" },
            "aws:elasticache/replicationGroup:ReplicationGroup" => new(Cache(resource), "EC", "cache")
            {
                Place = CardPlace.Subnet,
            },
            "aws:dynamodb/table:Table" => new("DynamoDB table", "DDB", "data"),
            "aws:s3/bucket:Bucket" or "aws:s3/bucketV2:BucketV2" => new("S3 bucket", "S3", "storage"),
            "aws:sns/topic:Topic" => new("SNS topic", "SNS", "observability"),
            "aws:sqs/queue:Queue" => new("SQS queue", "SQS", "messaging"),
            "aws:cloudwatch/eventRule:EventRule" => new("EventBridge rule", "EVT", "messaging"),
            "aws:cloudwatch/eventBus:EventBus" => new("EventBridge bus", "EVT", "messaging") { Several = "EventBridge buses" },
            "aws:scheduler/schedule:Schedule" => new("Schedule", "CRON", "messaging") { Most = Always },
            "aws:sfn/stateMachine:StateMachine" => new("State machine", "SFN", "serverless"),
            "aws:cloudfront/distribution:Distribution" => new("CloudFront", "CDN", "edge") { Place = CardPlace.Global },
            "aws:route53/record:Record" or "aws:route53/zone:Zone" => new("Route 53 record", "DNS", "edge")
            {
                Place = CardPlace.Global,
                Most = Always,
                Family = "dns",
                Several = "DNS records",
            },
            "aws:acm/certificate:Certificate" => new("ACM certificate", "ACM", "edge"),
            "aws:wafv2/webAcl:WebAcl" => new("WAF web ACL", "WAF", "edge"),
            UserPools.Type => new("Cognito user pool", "IDP", "identity"),
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider" => new("OIDC provider", "OIDC", "identity")
            {
                Place = CardPlace.Global,
            },
            Tokens.Key => new("KMS key", "KMS", "security"),
            Tokens.Secret => new("Secret", "SEC", "security") { Most = 2 },
            Tokens.Parameter => new("SSM parameter", "SSM", "configuration") { Most = 1 },
            Tokens.LogGroup => new("Log group", "LOG", "observability") { Most = Always },
            Tokens.MetricAlarm or Tokens.CompositeAlarm => new("CloudWatch alarm", "ALRM", "observability")
            {
                Most = Always,
                Family = "alarms",
                Several = "alarms",
            },
            "aws:cloudwatch/dashboard:Dashboard" => new("CloudWatch dashboard", "DASH", "observability"),
            "aws:synthetics/canary:Canary" => new("Synthetics canary", "CNRY", "observability")
            {
                Most = 2,
                Several = "Synthetics canaries",
            },
            "aws:xray/group:Group" => new("X-Ray group", "XRAY", "observability"),
            Tokens.Trail => new("CloudTrail trail", "TRL", "observability"),
            "aws:backup/vault:Vault" => new("Backup vault", "BKP", "protection"),
            "aws:backup/plan:Plan" => new("Backup plan", "PLAN", "protection"),
            "aws:codedeploy/application:Application" => new("CodeDeploy", "DPL", "compute"),
            "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace" => new("Cloud Map namespace", "MAP", "network")
            {
                Place = CardPlace.Vpc,
            },
            "aws:servicediscovery/httpNamespace:HttpNamespace" => new("Cloud Map namespace", "MAP", "compute"),
            "aws:sesv2/emailIdentity:EmailIdentity" => new("SES identity", "SES", "mail") { Several = "SES identities" },
            "aws:amplify/app:App" => new("Amplify app", "AMP", "hosting"),
            Tokens.Budget => new("Budget", "USD", "cost") { Place = CardPlace.Global },
            "aws:costexplorer/anomalyMonitor:AnomalyMonitor" => new("Cost anomaly monitor", "USD", "cost")
            {
                Place = CardPlace.Global,
            },
            _ => null,
        };

    /// <summary>How a resource is drawn of which nothing is known but its type.</summary>
    public static CardType ByWords(string type)
    {
        var name = type[(type.LastIndexOf(':') + 1)..];
        var capitals = string.Concat(name.Where(char.IsAsciiLetterUpper).Take(3));
        return new(
            CardNames.Spaced(name),
            capitals.Length > 1 ? capitals : name[..Math.Min(3, name.Length)].ToUpperInvariant(),
            "other"
        );
    }

    private static CardType Balancer(string? type) =>
        type switch
        {
            "network" => new("Network Load Balancer", "NLB", "edge"),
            "gateway" => new("Gateway Load Balancer", "GWLB", "edge"),
            _ => new("Application Load Balancer", "ALB", "edge"),
        };

    private static bool IsFargate(Resource service) =>
        service["launchType"].Text == "FARGATE"
        || service["capacityProviderStrategies"]
            .Items.Any(item => item["capacityProvider"].Text?.StartsWith("FARGATE", StringComparison.Ordinal) == true);

    private static string Engine(Resource database) =>
        (Databases.SourcesOf(database).FirstOrDefault() ?? database)["engine"].Text switch
        {
            "postgres" => "RDS for PostgreSQL",
            "mysql" => "RDS for MySQL",
            "mariadb" => "RDS for MariaDB",
            _ => "RDS instance",
        };

    private static string Cache(Resource group) =>
        group["engine"].Text == "valkey" ? "ElastiCache for Valkey" : "ElastiCache for Redis";
}
