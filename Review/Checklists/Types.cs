namespace Review.Checklists;

/// <summary>The type tokens that more than one check-list asks for.</summary>
internal static class Types
{
    public const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    public const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    public const string Cdn = "aws:cloudfront/distribution:Distribution";
    public const string Client = "aws:cognito/userPoolClient:UserPoolClient";
    public const string Cluster = "aws:ecs/cluster:Cluster";
    public const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";
    public const string Database = "aws:rds/instance:Instance";
    public const string Encryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    public const string Function = "aws:lambda/function:Function";
    public const string Key = "aws:kms/key:Key";
    public const string LifecyclePolicy = "aws:ecr/lifecyclePolicy:LifecyclePolicy";
    public const string Listener = "aws:lb/listener:Listener";
    public const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    public const string NatGateway = "aws:ec2/natGateway:NatGateway";
    public const string Parameters = "aws:rds/parameterGroup:ParameterGroup";
    public const string Pool = "aws:cognito/userPool:UserPool";
    public const string Repository = "aws:ecr/repository:Repository";
    public const string Route = "aws:ec2/route:Route";
    public const string Rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    public const string Scaling = "aws:appautoscaling/target:Target";
    public const string Secret = "aws:secretsmanager/secret:Secret";
    public const string Service = "aws:ecs/service:Service";
    public const string Subnet = "aws:ec2/subnet:Subnet";
    public const string Subscription = "aws:sns/topicSubscription:TopicSubscription";
    public const string TargetGroup = "aws:lb/targetGroup:TargetGroup";
    public const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
    public const string Trail = "aws:cloudtrail/trail:Trail";
    public const string Vpc = "aws:ec2/vpc:Vpc";
}
