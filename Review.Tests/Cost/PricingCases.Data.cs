namespace Review.Tests.Cost;

internal static partial class PricingCases
{
    private static readonly PricingCase[] Data =
    [
        new(
            "database with everything that costs extra",
            """aws:rds/instance:Instance db {"engine": "postgres", "engineVersion": "13.9", "instanceClass": "db.t4g.micro", "allocatedStorage": 400, "storageType": "gp3", "iops": 13000, "storageThroughput": 500, "performanceInsightsEnabled": true, "performanceInsightsRetentionPeriod": 31}""",
            "databaseBackupGb: 100",
            "db rds-postgres-db.t4g.micro 730 18.25",
            "db rds-gp3 400 55.20",
            "db rds-backup 100 9.50 usage",
            "db ! iops: 1,000 IOPS above the 12,000 included; the price book has no price for them",
            "db ! Extended Support: PostgreSQL 13 is out of standard support; the price book has no price for that",
            "db ! Performance Insights: the first 7 days are free; the price book has no price for more"
        ),
        new(
            "database that is known after the deployment",
            """
            aws:rds/instance:Instance a {"engine": "postgres", "instanceClass": "?", "multiAz": false}
            aws:rds/instance:Instance b {"engine": "postgres", "instanceClass": "db.t4g.micro", "multiAz": "?"}
            aws:rds/instance:Instance c {"engine": "postgres", "instanceClass": "db.t4g.micro", "allocatedStorage": "?", "storageType": "gp3"}
            aws:rds/instance:Instance d {"engine": "postgres", "instanceClass": "db.m7g.large", "allocatedStorage": 20, "databaseInsightsMode": "advanced"}
            """,
            "",
            "c rds-postgres-db.t4g.micro 730 18.25",
            "a ! instanceClass: instanceClass is known only after the deployment",
            "b ! multiAz: multiAz is known only after the deployment",
            "c ! allocatedStorage: allocatedStorage is known only after the deployment",
            "d ! rds-postgres-db.m7g.large: the price book has no rds-postgres-db.m7g.large",
            "d ! storage: the price book has no RDS gp2 storage",
            "d ! Database Insights: the price book has no price for the advanced mode"
        ),
        new(
            "proxy of a larger database",
            """
            aws:rds/instance:Instance db {"identifier": "db", "engine": "postgres", "instanceClass": "db.r6g.xlarge", "allocatedStorage": 0, "storageType": "gp3"}
            aws:rds/proxy:Proxy proxy {"name": "proxy"}
            aws:rds/proxyTarget:ProxyTarget target {"dbProxyName": "proxy", "dbInstanceIdentifier": "db"}
            aws:rds/proxy:Proxy lonely {"name": "lonely"}
            """,
            "",
            "db rds-postgres-db.r6g.xlarge 730 394.20",
            "proxy rds-proxy 2920 52.56", // 4 vCPU
            "lonely ! all of it: the database behind it is not of this stack, so its vCPUs are not known"
        ),
        new(
            "cache in shards",
            """aws:elasticache/replicationGroup:ReplicationGroup cache {"engine": "valkey", "nodeType": "cache.t4g.micro", "numNodeGroups": 2, "replicasPerNodeGroup": 1, "snapshotRetentionLimit": 7}""",
            "cacheSnapshotGb: 10",
            "cache elasticache-valkey-cache.t4g.micro 2920 58.40", // 4 nodes × 0.020 × 730
            "cache elasticache-backup 10 0.85 usage"
        ),
        new(
            "buckets",
            "aws:s3/bucket:Bucket a {}\naws:s3/bucket:Bucket b {}",
            "{ bucketGb: 20, bucketWritesPerMonth: 2000, bucketReadsPerMonth: 20000 }",
            "a s3-storage 10 0.25 usage",
            "a s3-writes 1000 0.0047 usage",
            "a s3-reads 10000 0.0037 usage",
            "b s3-storage 10 0.25 usage",
            "b s3-writes 1000 0.0047 usage",
            "b s3-reads 10000 0.0037 usage"
        ),
        new(
            "table on demand, with backups",
            """aws:dynamodb/table:Table t {"billingMode": "PAY_PER_REQUEST", "pointInTimeRecovery": {"enabled": true}}""",
            "{ tableGb: 10, tableReadsPerMonth: 1000000, tableWritesPerMonth: 2000000 }",
            "t dynamodb-storage 10 2.85 usage",
            "t dynamodb-reads 1000000 0.1425 usage",
            "t dynamodb-writes 2000000 1.43 usage",
            "t dynamodb-pitr 10 2.28 usage"
        ),
        new(
            "table with capacity and copies",
            """
            aws:dynamodb/table:Table t {"readCapacity": 5, "replicas": [{"regionName": "us-east-1"}]}
            aws:dynamodb/table:Table u {"tableClass": "STANDARD_INFREQUENT_ACCESS"}
            """,
            "tableGb: 2",
            "t dynamodb-storage 1 0.285 usage",
            "t ! capacity: the price book has no provisioned capacity of tables",
            "t ! replicas: the price book has no replicated writes of tables",
            "u ! all of it: the price book has no STANDARD_INFREQUENT_ACCESS tables"
        ),
        new(
            "backups, and copies elsewhere",
            """
            aws:backup/vault:Vault vault {}
            aws:backup/plan:Plan here {"rules": [{"copyActions": [{"destinationVaultArn": "@vault.arn"}]}]}
            aws:backup/plan:Plan away {"rules": [{"copyActions": [{"destinationVaultArn": "arn:aws:backup:us-west-2:222222222222:backup-vault:x"}]}]}
            """,
            "backupGb: 100",
            "vault backup-storage 100 9.50 usage",
            "away ! copies: the vault that takes them is not of this stack"
        ),
    ];
}
