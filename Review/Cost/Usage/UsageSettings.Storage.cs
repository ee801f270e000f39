namespace Review.Cost.Usage;

// Of what is kept.
public static partial class UsageSettings
{
    /// <summary>Backups of databases.</summary>
    public static readonly UsageSetting DatabaseBackupGb = new(
        "databaseBackupGb",
        "GB",
        "Backups of each database beyond its own size, which is included",
        Sharing.Each,
        0,
        "backups of a week or two of a database that changes little fit in"
    );

    /// <summary>Backups of AWS Backup.</summary>
    public static readonly UsageSetting BackupGb = new(
        "backupGb",
        "GB",
        "What all backup vaults hold",
        Sharing.Shared,
        50,
        Trial
    );

    /// <summary>Snapshots of caches.</summary>
    public static readonly UsageSetting CacheSnapshotGb = new(
        "cacheSnapshotGb",
        "GB",
        "Snapshots of each cache beyond the first, which is included",
        Sharing.Each,
        5,
        "a few snapshots of a cache that is mostly empty"
    );

    /// <summary>Container images.</summary>
    public static readonly UsageSetting ImageGb = new(
        "imageGb",
        "GB",
        "Images in all ECR repositories",
        Sharing.Shared,
        10,
        "a dozen images of a few hundred MB for each service"
    );

    /// <summary>Objects in buckets.</summary>
    public static readonly UsageSetting BucketGb = new("bucketGb", "GB", "Objects in all buckets", Sharing.Shared, 20, Trial);

    /// <summary>Writes to buckets.</summary>
    public static readonly UsageSetting BucketWrites = new(
        "bucketWritesPerMonth",
        "requests",
        "Objects written or listed in all buckets",
        Sharing.Shared,
        100_000,
        Trial
    );

    /// <summary>Reads from buckets.</summary>
    public static readonly UsageSetting BucketReads = new(
        "bucketReadsPerMonth",
        "requests",
        "Objects read from all buckets",
        Sharing.Shared,
        100_000,
        Trial
    );

    /// <summary>Data in tables.</summary>
    public static readonly UsageSetting TableGb = new("tableGb", "GB", "Data in all DynamoDB tables", Sharing.Shared, 5, Trial);

    /// <summary>Reads from tables.</summary>
    public static readonly UsageSetting TableReads = new(
        "tableReadsPerMonth",
        "read units",
        "On-demand reads of 4 KB from all DynamoDB tables",
        Sharing.Shared,
        5_000_000,
        "five for each of a million requests"
    );

    /// <summary>Writes to tables.</summary>
    public static readonly UsageSetting TableWrites = new(
        "tableWritesPerMonth",
        "write units",
        "On-demand writes of 1 KB to all DynamoDB tables",
        Sharing.Shared,
        1_000_000,
        "one for each of a million requests"
    );

    /// <summary>Hosted files.</summary>
    public static readonly UsageSetting HostingGb = new("hostingGb", "GB", "What all Amplify apps keep", Sharing.Shared, 5, Few);

    /// <summary>Hosted files that are read.</summary>
    public static readonly UsageSetting HostingServedGb = new(
        "hostingServedGb",
        "GB",
        "Data that all Amplify apps serve",
        Sharing.Shared,
        50,
        Trial
    );
}
