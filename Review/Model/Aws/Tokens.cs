namespace Review.Model.Aws;

/// <summary>Type tokens of the resources that rules of several areas look for.</summary>
internal static class Tokens
{
    public const string Bucket = "aws:s3/bucket:Bucket";
    public const string BucketPolicy = "aws:s3/bucketPolicy:BucketPolicy";
    public const string Budget = "aws:budgets/budget:Budget";
    public const string CompositeAlarm = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
    public const string EventRule = "aws:cloudwatch/eventRule:EventRule";
    public const string EventTarget = "aws:cloudwatch/eventTarget:EventTarget";
    public const string Function = "aws:lambda/function:Function";
    public const string Key = "aws:kms/key:Key";
    public const string LoadBalancer = "aws:lb/loadBalancer:LoadBalancer";
    public const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    public const string MetricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    public const string Parameter = "aws:ssm/parameter:Parameter";
    public const string Queue = "aws:sqs/queue:Queue";
    public const string Role = "aws:iam/role:Role";
    public const string Secret = "aws:secretsmanager/secret:Secret";
    public const string SecretVersion = "aws:secretsmanager/secretVersion:SecretVersion";
    public const string Table = "aws:dynamodb/table:Table";
    public const string Topic = "aws:sns/topic:Topic";
    public const string Trail = "aws:cloudtrail/trail:Trail";
}
