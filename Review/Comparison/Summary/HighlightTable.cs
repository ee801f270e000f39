using System.Collections.Immutable;
using Review.Model;
using static Review.Comparison.Summary.Facts;

namespace Review.Comparison.Summary;

/// <summary>What people ask for first when they compare environments: size, copies, protection. A row shows only where the stacks differ.</summary>
internal static class HighlightTable
{
    private const string Database = "aws:rds/instance:Instance";
    private const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";
    private const string Scaling = "aws:appautoscaling/target:Target";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Table = "aws:dynamodb/table:Table";
    private const string Pool = "aws:cognito/userPool:UserPool";

    private static readonly ImmutableArray<HighlightRow> Rows =
    [
        new("network", "NAT gateways", Count("aws:ec2/natGateway:NatGateway")),
        new("network", "interface endpoints", Count("aws:ec2/vpcEndpoint:VpcEndpoint", IsInterface)),
        new("database", "class", Text(Database, "instanceClass", when: IsPrimary)),
        new("database", "Multi-AZ", Flag(Database, "multiAz", IsPrimary)),
        new("database", "storage", Text(Database, "allocatedStorage", " GiB", IsPrimary)),
        new("database", "replicas", Count(Database, IsReplica)),
        new("database", "backups", Text(Database, "backupRetentionPeriod", " days", IsPrimary)),
        new("database", "deletion protection", Flag(Database, "deletionProtection", IsPrimary)),
        new("database", "master password of RDS", Flag(Database, "manageMasterUserPassword", IsPrimary)),
        new("cache", "class", Text(Cache, "nodeType")),
        new("cache", "nodes", Text(Cache, "numCacheClusters")),
        new("cache", "failover", Flag(Cache, "automaticFailoverEnabled")),
        new("cache", "snapshots", Text(Cache, "snapshotRetentionLimit", " days")),
        new("tasks", "number", Range(Scaling, "minCapacity", "maxCapacity")),
        new("tasks", "CPU units", Text("aws:ecs/taskDefinition:TaskDefinition", "cpu", when: IsServed)),
        new("tasks", "memory", Text("aws:ecs/taskDefinition:TaskDefinition", "memory", " MiB", IsServed)),
        new("tasks", "Spot", stack => stack.All("aws:ecs/service:Service").Any(IsSpot) ? "yes" : "no"),
        new("functions", "kept calls", Sum("aws:lambda/function:Function", "reservedConcurrentExecutions")),
        new(
            "functions",
            "warm copies",
            Sum("aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig", "provisionedConcurrentExecutions")
        ),
        new("edge", "load balancer's deletion protection", Flag(Balancer, "enableDeletionProtection")),
        new("users", "deletion protection", Text(Pool, "deletionProtection")),
        new("users", "MFA", Text(Pool, "mfaConfiguration")),
        new("users", "threat protection", Text(Pool, "userPoolAddOns.advancedSecurityMode")),
        new("table", "deletion protection", Flag(Table, "deletionProtectionEnabled")),
        new("table", "restored to any second of", Text(Table, "pointInTimeRecovery.recoveryPeriodInDays", " days")),
        new("site", "branches", Count("aws:amplify/branch:Branch")),
        new("protection", "backup plans", Count("aws:backup/plan:Plan")),
        new("protection", "keys deleted after", Text("aws:kms/key:Key", "deletionWindowInDays", " days")),
        new("protection", "secrets rescued for", Text("aws:secretsmanager/secret:Secret", "recoveryWindowInDays", " days")),
        new("operation", "stops at night", stack => stack.All("idp:protection:StopSchedule").Any() ? "yes" : "no"),
        new("operation", "alarms", Count("aws:cloudwatch/metricAlarm:MetricAlarm")),
        new("operation", "logs kept", Text("aws:cloudwatch/logGroup:LogGroup", "retentionInDays", " days")),
        new("operation", "budget", Text("aws:budgets/budget:Budget", "limitAmount", " USD")),
    ];

    /// <summary>The rows in which two stacks differ.</summary>
    public static ImmutableArray<Highlight> Between(StackModel left, StackModel right) =>
        [
            .. Rows.Select(row => new Highlight(row.Area, row.Label, row.Of(left) ?? Nothing, row.Of(right) ?? Nothing))
                .Where(row => row.Left != row.Right),
        ];

    private static bool IsInterface(Resource endpoint) => endpoint["vpcEndpointType"].Text == "Interface";

    private static bool IsReplica(Resource database) => !database["replicateSourceDb"].IsMissing;

    private static bool IsPrimary(Resource database) => !IsReplica(database);

    // One-off jobs are task definitions too, and of no interest here.
    private static bool IsServed(Resource task) => task.ReferredBy("aws:ecs/service:Service", "taskDefinition").Any();

    private static bool IsSpot(Resource service) =>
        service["capacityProviderStrategies"].Items.Any(strategy => strategy["capacityProvider"].Text == "FARGATE_SPOT");
}
