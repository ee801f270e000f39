using System.Collections.Immutable;
using Review.Model;
using Review.Model.Aws;

namespace Review.Runbooks;

/// <summary>The names that runbooks may write in braces, and which property of which resource each of them is.</summary>
internal static class Placeholders
{
    private const string Service = "aws:ecs/service:Service";
    private const string Database = "aws:rds/instance:Instance";
    private const string DeploymentGroup = "aws:codedeploy/deploymentGroup:DeploymentGroup";

    /// <summary>All of them, in the order in which people read them.</summary>
    public static ImmutableArray<Placeholder> All { get; } =
    [
        Own("stack", "the stack"),
        Own("region", "the region of the stack"),
        Own("account", "the account of the stack"),
        Own("alarm", "the alarm that was asked about, else one of the stack"),
        Own("alarm-prefix", "what the names of all alarms begin with"),
        new("cluster", "cluster of ECS", [new("aws:ecs/cluster:Cluster", "name"), new(Service, "cluster>name")]),
        new("service", "service of ECS", [new(Service, "name")]),
        new("instances", "Auto Scaling group", [new("aws:autoscaling/group:Group", "name")]),
        new("repository", "repository of ECR", [new("aws:ecr/repository:Repository", "name")]),
        new("deployment-app", "application of CodeDeploy", [new(DeploymentGroup, "appName")]),
        new("deployment-group", "deployment group of CodeDeploy", [new(DeploymentGroup, "deploymentGroupName")]),
        new("load-balancer", "load balancer", [new(Tokens.LoadBalancer, "name")]),
        new("target-group", "target group", [new("aws:lb/targetGroup:TargetGroup", "name")]),
        new("db-instance", "database instance", [new(Database, "identifier")]),
        new("db-primary", "database instance that is written to", [new(Database, "identifier", IsPrimary)]),
        new("db-replica", "database instance that follows another", [new(Database, "identifier", one => !IsPrimary(one))]),
        new("db-class", "its class", [new(Database, "instanceClass", IsPrimary)]),
        new("db-subnets", "its subnet group", [new(Database, "dbSubnetGroupName", IsPrimary)]),
        new("db-parameters", "its parameter group", [new(Database, "parameterGroupName", IsPrimary)]),
        new("db-proxy", "proxy before the database", [new("aws:rds/proxy:Proxy", "name")]),
        new(
            "cache",
            "replication group of ElastiCache",
            [new("aws:elasticache/replicationGroup:ReplicationGroup", "replicationGroupId")]
        ),
        new("table", "table of DynamoDB", [new(Tokens.Table, "name")]),
        new("function", "function of Lambda", [new(Tokens.Function, "name")]),
        new("queue", "queue of SQS", [new(Tokens.Queue, "name")]),
        new("api", "REST API", [new("aws:apigateway/restApi:RestApi", "name")]),
        new("user-pool", "user pool of Cognito", [new("aws:cognito/userPool:UserPool", "name")]),
        new("user-pool-id", "its id", [new("aws:cognito/userPool:UserPool", "id")]),
        new(
            "distribution",
            "distribution of CloudFront, by its comment",
            [new("aws:cloudfront/distribution:Distribution", "comment")]
        ),
        new("web-acl", "web ACL of WAF", [new("aws:wafv2/webAcl:WebAcl", "name")]),
        new("canary", "canary", [new("aws:synthetics/canary:Canary", "name")]),
        new("mail-set", "configuration set of SES", [new("aws:sesv2/configurationSet:ConfigurationSet", "configurationSetName")]),
        new("vault", "vault of AWS Backup", [new("aws:backup/vault:Vault", "name")]),
        new("backup-role", "role that AWS Backup works as", [new("aws:backup/selection:Selection", "iamRoleArn>name")]),
        new(
            "schedule-group",
            "schedules that stop the stack at night",
            [new("aws:scheduler/scheduleGroup:ScheduleGroup", "name")]
        ),
        new("nat-gateway", "NAT gateway", [new("aws:ec2/natGateway:NatGateway", "tags.Name")]),
        new("bucket", "bucket", [new(Tokens.Bucket, "bucket")]),
        Bucket("balancer-logs", "bucket of the load balancer's log", "-alb-logs-"),
        Bucket("cdn-logs", "bucket of CloudFront's log", "-cdn-logs-"),
        new("topic", "topic that wakes people", [new(Tokens.Topic, "name", one => Ends(one, "-alerts"))]),
        new(
            "warnings-topic",
            "topic of warnings, where they have one of their own",
            [new(Tokens.Topic, "name", one => Ends(one, "-warnings"))]
        ),
        new("dashboard", "dashboard", [new("aws:cloudwatch/dashboard:Dashboard", "dashboardName")]),
        Log(
            "app-log",
            "log of the containers",
            name => name.StartsWith("/ecs/", StringComparison.Ordinal) && !Ends(name, "/exec")
        ),
        Log("function-log", "log of a function", name => name.StartsWith("/aws/lambda/", StringComparison.Ordinal)),
        Log("api-log", "log of requests to a REST API", name => name.StartsWith("/apigateway/", StringComparison.Ordinal)),
        Log("cache-log", "slow log of the cache", name => Ends(name, "/slow-log") || Ends(name, "/slow")),
        Log("proxy-log", "log of the database's proxy", name => name.StartsWith("/aws/rds/proxy/", StringComparison.Ordinal)),
        Log(
            "db-log",
            "log of the database",
            name => name.StartsWith("/aws/rds/instance/", StringComparison.Ordinal) && Ends(name, "/postgresql")
        ),
        Log("waf-log", "log of the firewall", name => name.StartsWith("aws-waf-logs-", StringComparison.Ordinal)),
        Log("sign-in-log", "records of sign-ins", name => Ends(name, "/sign-ins")),
        Log("flow-log", "flow logs of the VPC", name => Ends(name, "/flow-logs")),
    ];

    private static readonly ImmutableDictionary<string, Placeholder> ByName = All.ToImmutableDictionary(one => one.Name);

    /// <summary>The placeholder of that name; nothing where there is none.</summary>
    public static Placeholder? Find(string name) => ByName.GetValueOrDefault(name);

    private static Placeholder Own(string name, string meaning) => new(name, meaning, []);

    private static Placeholder Bucket(string name, string meaning, string part) =>
        new(
            name,
            meaning,
            [new(Tokens.Bucket, "bucket", one => one["bucket"].Text?.Contains(part, StringComparison.Ordinal) is true)]
        );

    private static Placeholder Log(string name, string meaning, Func<string, bool> isMeant) =>
        new(name, meaning, [new(Tokens.LogGroup, "name", one => one["name"].Text is { } text && isMeant(text))]);

    private static bool IsPrimary(Resource instance) => instance["replicateSourceDb"].IsMissing;

    private static bool Ends(Resource resource, string ending) => resource["name"].Text is { } name && Ends(name, ending);

    private static bool Ends(string name, string ending) => name.EndsWith(ending, StringComparison.Ordinal);
}
