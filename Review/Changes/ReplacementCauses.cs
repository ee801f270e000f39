using Engine.Planning;

namespace Review.Changes;

/// <summary>The replacements that hurt, one row each: why AWS needs a new resource, and the page that keeps the data.</summary>
public static class ReplacementCauses
{
    private const string Database = "aws:rds/instance:Instance";
    private const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";
    private const string Pool = "aws:cognito/userPool:UserPool";
    private const string Client = "aws:cognito/userPoolClient:UserPoolClient";
    private const string Key = "aws:kms/key:Key";
    private const string Table = "aws:dynamodb/table:Table";

    private const string Encrypt = "encrypt-a-database.md";
    private const string MoveDatabase = "replace-a-database.md";
    private const string MoveCache = "replace-a-cache.md";
    private const string MovePool = "replace-a-user-pool.md";
    private const string MoveKey = "replace-a-key.md";
    private const string Rename = "rename-a-resource.md";

    private static readonly ReplacementCause[] All =
    [
        new(Database, "storageEncrypted", "only a new instance can be encrypted", Encrypt),
        new(Database, "kmsKeyId", "an instance keeps the key it was encrypted with", Encrypt),
        new(Database, "availabilityZone", "an instance stays in its zone", MoveDatabase),
        new(Database, "dbName", "the first database is made with the instance", MoveDatabase),
        new(Database, "engine", "an instance keeps its engine", MoveDatabase),
        new(Database, "username", "the master user is made with the instance", MoveDatabase),
        new(Database, "snapshotIdentifier", "a snapshot is read when an instance is made", MoveDatabase),
        new(Database, "replicateSourceDb", "an instance is made as a replica, or not as one", MoveDatabase),
        new(
            "aws:rds/subnetGroup:SubnetGroup",
            "name",
            "a subnet group keeps its name, and its instances stay in it",
            MoveDatabase
        ),
        new(Cache, "atRestEncryptionEnabled", "only a new cache can be encrypted", MoveCache),
        new(Cache, "kmsKeyId", "a cache keeps the key it was encrypted with", MoveCache),
        new(Cache, "port", "a cache keeps its port", MoveCache),
        new(Cache, "replicationGroupId", "the id is part of the cache's addresses", MoveCache),
        new(Cache, "subnetGroupName", "a cache stays in its subnet group", MoveCache),
        new(
            "aws:elasticache/subnetGroup:SubnetGroup",
            "name",
            "a subnet group keeps its name, and its caches stay in it",
            MoveCache
        ),
        new(Pool, "aliasAttributes", "how users sign in is fixed when the pool is made", MovePool),
        new(Pool, "usernameAttributes", "how users sign in is fixed when the pool is made", MovePool),
        new(Pool, "usernameConfiguration", "whether letter case counts is fixed when the pool is made", MovePool),
        new(Pool, "schemas", "attributes can be added to a pool, never changed or removed", MovePool),
        new(Client, "generateSecret", "a client has a secret from the start, or never", $"{MovePool}#clients"),
        new(Client, "userPoolId", "a client belongs to one pool", $"{MovePool}#clients"),
        new(
            "aws:cognito/userPoolDomain:UserPoolDomain",
            "domain",
            "the domain is the address of the sign-in pages",
            $"{MovePool}#domain"
        ),
        new(Key, "keyUsage", "what a key is for is fixed when it is made", MoveKey),
        new(Key, "customerMasterKeySpec", "the kind of a key is fixed when it is made", MoveKey),
        new(Key, "multiRegion", "a key is made for one region or for several", MoveKey),
        new(Table, "hashKey", "items are kept by their key", $"{Rename}#tables"),
        new(Table, "rangeKey", "items are kept by their key", $"{Rename}#tables"),
        new(Table, "localSecondaryIndexes", "local indexes are made with the table", $"{Rename}#tables"),
        new(Table, "name", "a table keeps its name", $"{Rename}#tables"),
        new("aws:s3/bucket:Bucket", "bucket", "a bucket keeps its name", $"{Rename}#buckets"),
        new("aws:cloudwatch/logGroup:LogGroup", "name", "a log group keeps its name", $"{Rename}#log-groups"),
        new("aws:cloudwatch/logGroup:LogGroup", "logGroupClass", "a log group keeps its class", $"{Rename}#log-groups"),
        new("aws:secretsmanager/secret:Secret", "name", "a secret keeps its name", $"{Rename}#secrets-and-parameters"),
        new("aws:ssm/parameter:Parameter", "name", "a parameter keeps its name", $"{Rename}#secrets-and-parameters"),
        new("aws:sqs/queue:Queue", "name", "a queue keeps its name", $"{Rename}#queues-and-topics"),
        new("aws:sqs/queue:Queue", "fifoQueue", "a queue keeps its kind", $"{Rename}#queues-and-topics"),
        new("aws:sns/topic:Topic", "name", "a topic keeps its name", $"{Rename}#queues-and-topics"),
        new("aws:ecr/repository:Repository", "name", "a repository keeps its name", $"{Rename}#repositories"),
        new(
            "aws:ecr/repository:Repository",
            "encryptionConfigurations",
            "a repository keeps its encryption",
            $"{Rename}#repositories"
        ),
        new("aws:backup/vault:Vault", "name", "a vault keeps its name", $"{Rename}#vaults"),
        new("aws:backup/vault:Vault", "kmsKeyArn", "a vault keeps its key", $"{Rename}#vaults"),
        new("aws:apigateway/apiKey:ApiKey", "value", "a key keeps its value", $"{Rename}#api-keys"),
        new("aws:apigateway/apiKey:ApiKey", "name", "a key keeps its name", $"{Rename}#api-keys"),
        new("aws:acm/certificate:Certificate", "domainName", "a certificate is issued for its names", $"{Rename}#certificates"),
        new(
            "aws:acm/certificate:Certificate",
            "subjectAlternativeNames",
            "a certificate is issued for its names",
            $"{Rename}#certificates"
        ),
        new("aws:apigateway/deployment:Deployment", Any, "every deployment is a new one, and the stage moves to it"),
        new("aws:ecs/taskDefinition:TaskDefinition", Any, "every revision is a new one, and services move to it"),
    ];

    private const string Any = "*";

    private static readonly Dictionary<(string, string), ReplacementCause> ByProperty = All.ToDictionary(cause =>
        (cause.Type, cause.Property)
    );

    /// <summary>Every row.</summary>
    public static IReadOnlyList<ReplacementCause> Rows => All;

    /// <summary>The causes known for a replacement, in the order of its forcing properties; none for other steps.</summary>
    public static IReadOnlyList<ReplacementCause> Of(PlanStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Op == StepOp.Replace
            ? [.. step.ReplaceReasons.Select(reason => Find(step.State.Type, reason)).OfType<ReplacementCause>()]
            : [];
    }

    private static ReplacementCause? Find(string type, string property) =>
        ByProperty.GetValueOrDefault((type, property)) ?? ByProperty.GetValueOrDefault((type, Any));
}
