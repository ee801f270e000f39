namespace Engine.Planning;

/// <summary>
/// Resource types that hold what no deployment can bring back: data, or a name or key that people outside the stack were given. Not among them are
/// what keeps its address through another resource (a NAT gateway through its elastic IP address, a load balancer through its DNS record), and what is
/// made of code alone (functions, schedules, dashboards, alarms, roles). A certificate counts only while it is used, which a review finds out.
/// </summary>
public static class StatefulTypes
{
    /// <summary>What deleting or replacing a resource of this type loses; nothing where it can simply be made again.</summary>
    public static string? Loss(string type) => Losses.GetValueOrDefault(type);

    private static readonly Dictionary<string, string> Losses = new(StringComparer.Ordinal)
    {
        ["aws:apigateway/apiKey:ApiKey"] = "the key that its callers hold",
        ["aws:apigateway/restApi:RestApi"] = "its address under execute-api, where callers know that one",
        ["aws:backup/vault:Vault"] = "the recovery points in it",
        ["aws:cloudwatch/logGroup:LogGroup"] = "the logs in it",
        ["aws:cognito/identityPool:IdentityPool"] = "the identities of its users",
        ["aws:cognito/user:User"] = "the user's password and attributes",
        ["aws:cognito/userGroup:UserGroup"] = "who is in it",
        ["aws:cognito/userPool:UserPool"] = "its users with their passwords and second factors",
        ["aws:cognito/userPoolClient:UserPoolClient"] =
            "its client id and secret, which applications were given, and every session",
        ["aws:cognito/userPoolDomain:UserPoolDomain"] = "the address of the sign-in pages, until the new one answers",
        ["aws:dynamodb/table:Table"] = "the items in it",
        ["aws:dynamodb/tableReplica:TableReplica"] = "the items in this region",
        ["aws:ebs/volume:Volume"] = "the data on it",
        ["aws:ec2/eip:Eip"] = "its address, which others may have allowed or written down",
        ["aws:ecr/repository:Repository"] = "the images in it",
        ["aws:efs/fileSystem:FileSystem"] = "the files in it",
        ["aws:elasticache/cluster:Cluster"] = "the data in memory",
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = "the data in memory",
        ["aws:elasticache/serverlessCache:ServerlessCache"] = "the data in memory",
        ["aws:kinesis/stream:Stream"] = "the records not yet read",
        ["aws:kms/key:Key"] = "everything encrypted under it, once its waiting period is over",
        ["aws:opensearch/domain:Domain"] = "the indices in it",
        ["aws:rds/cluster:Cluster"] = "the databases in it",
        ["aws:rds/globalCluster:GlobalCluster"] = "the replication between its regions",
        ["aws:rds/instance:Instance"] = "the databases in it",
        ["aws:route53/zone:Zone"] = "its records and its name servers",
        ["aws:s3/bucket:Bucket"] = "the objects in it",
        ["aws:s3/bucketV2:BucketV2"] = "the objects in it",
        ["aws:secretsmanager/secret:Secret"] = "its versions, and its name during the recovery window",
        ["aws:secretsmanager/secretVersion:SecretVersion"] = "this version of the secret",
        ["aws:sesv2/emailIdentity:EmailIdentity"] = "its proof and its signature: no mail goes out until DNS holds the new ones",
        ["aws:sns/topic:Topic"] = "its subscriptions, which people have to confirm again",
        ["aws:sqs/queue:Queue"] = "the messages in it",
        ["aws:ssm/parameter:Parameter"] = "its history of values",
        ["random:index/randomBytes:RandomBytes"] = "the generated value",
        ["random:index/randomPassword:RandomPassword"] = "the generated password",
    };
}
