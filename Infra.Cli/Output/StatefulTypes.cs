using Engine.Planning;

namespace Infra.Cli.Output;

/// <summary>Types that hold something no deployment can bring back, and what that is.</summary>
internal static class StatefulTypes
{
    /// <summary>What is lost when this step is carried out. Default: nothing that could not be made again.</summary>
    public static string? Loses(PlanStep step) =>
        step is { Op: StepOp.Delete or StepOp.Replace, Old.RetainOnDelete: false } ? Holds(step.State.Type) : null;

    private static string? Holds(string type) =>
        type switch
        {
            "aws:rds/instance:Instance" or "aws:rds/cluster:Cluster" or "aws:rds/clusterInstance:ClusterInstance" =>
                "the database",
            "aws:dynamodb/table:Table" or "aws:dynamodb/globalTable:GlobalTable" => "the table and its items",
            "aws:s3/bucket:Bucket" or "aws:s3/bucketV2:BucketV2" => "the bucket and its objects",
            "aws:efs/fileSystem:FileSystem" => "the file system",
            "aws:ebs/volume:Volume" => "the volume",
            "aws:elasticache/replicationGroup:ReplicationGroup" or "aws:elasticache/cluster:Cluster" => "everything in the cache",
            "aws:cognito/userPool:UserPool" => "all users, who have to register again",
            "aws:kms/key:Key" => "the key, and with it whatever it encrypts",
            "aws:secretsmanager/secret:Secret" => "the secret and its versions",
            "aws:ecr/repository:Repository" => "the images",
            "aws:backup/vault:Vault" => "the recovery points",
            "aws:cloudwatch/logGroup:LogGroup" => "the logs",
            "aws:opensearch/domain:Domain" => "the indices",
            "aws:route53/zone:Zone" => "the zone and its name servers",
            "random:index/randomPassword:RandomPassword" or "random:index/randomString:RandomString" => "the generated value",
            _ => null,
        };
}
