namespace Infra.Cli.Operations.Parts;

/// <summary>The type tokens of what is operated.</summary>
internal static class PartTypes
{
    public const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    public const string Alias = "aws:lambda/alias:Alias";
    public const string App = "aws:amplify/app:App";
    public const string Branch = "aws:amplify/branch:Branch";
    public const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";
    public const string Cluster = "aws:ecs/cluster:Cluster";
    public const string CompositeAlarm = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
    public const string Database = "aws:rds/instance:Instance";
    public const string DatabaseProxy = "aws:rds/proxy:Proxy";
    public const string DeploymentGroup = "aws:codedeploy/deploymentGroup:DeploymentGroup";
    public const string Function = "aws:lambda/function:Function";
    public const string Instances = "aws:autoscaling/group:Group";
    public const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    public const string Scaling = "aws:appautoscaling/target:Target";
    public const string Schedule = "aws:scheduler/schedule:Schedule";
    public const string Secret = "aws:secretsmanager/secret:Secret";
    public const string Service = "aws:ecs/service:Service";
    public const string Table = "aws:dynamodb/table:Table";
    public const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
}
