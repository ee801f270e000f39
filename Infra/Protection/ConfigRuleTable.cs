using System.Collections.Immutable;

namespace Infra.Protection;

/// <summary>The rules of AWS Config that these systems may ask for: each is something that the components already see to.</summary>
internal static class ConfigRuleTable
{
    /// <summary>Keys of people are changed.</summary>
    public const string KeysRotated = "access-keys-rotated";

    /// <summary>APIs are traced.</summary>
    public const string ApiTraced = "api-gw-xray-enabled";

    /// <summary>Calls are recorded.</summary>
    public const string CallsRecorded = "cloudtrail-enabled";

    /// <summary>Keys of KMS change by themselves.</summary>
    public const string KmsRotated = "cmk-backing-key-rotation-enabled";

    /// <summary>Databases are backed up.</summary>
    public const string DatabaseBackup = "db-instance-backup-enabled";

    /// <summary>The root user has no keys.</summary>
    public const string RootWithoutKeys = "iam-root-access-key-check";

    /// <summary>People sign in with a second factor.</summary>
    public const string UsersMfa = "iam-user-mfa-enabled";

    /// <summary>Nobody outside calls functions.</summary>
    public const string FunctionsPrivate = "lambda-function-public-access-prohibited";

    /// <summary>Databases have no public address.</summary>
    public const string DatabasePrivate = "rds-instance-public-access-check";

    /// <summary>Snapshots are shared with nobody.</summary>
    public const string SnapshotsPrivate = "rds-snapshots-public-prohibited";

    /// <summary>Databases are encrypted.</summary>
    public const string DatabaseEncrypted = "rds-storage-encrypted";

    /// <summary>Nobody outside reaches SSH.</summary>
    public const string NoOpenSsh = "restricted-ssh";

    /// <summary>The root user signs in with a second factor.</summary>
    public const string RootMfa = "root-account-mfa-enabled";

    /// <summary>Nobody outside reads buckets.</summary>
    public const string BucketsUnread = "s3-bucket-public-read-prohibited";

    /// <summary>Nobody outside writes to buckets.</summary>
    public const string BucketsUnwritten = "s3-bucket-public-write-prohibited";

    /// <summary>Buckets are reached through TLS only.</summary>
    public const string BucketsTls = "s3-bucket-ssl-requests-only";

    /// <summary>The default security group lets nothing through.</summary>
    public const string DefaultGroupClosed = "vpc-default-security-group-closed";

    /// <summary>All of them.</summary>
    public static readonly ImmutableSortedDictionary<string, ConfigRule> All = new ConfigRule[]
    {
        new(KeysRotated, "ACCESS_KEYS_ROTATED", "Access keys of people are at most 90 days old")
        {
            Parameters = """{"maxAccessKeyAge":"90"}""",
        },
        new(ApiTraced, "API_GW_XRAY_ENABLED", "REST APIs are traced"),
        // The API has another word than the documentation.
        new(CallsRecorded, "CLOUD_TRAIL_ENABLED", "Calls to AWS are recorded"),
        new(KmsRotated, "CMK_BACKING_KEY_ROTATION_ENABLED", "Keys of KMS are rotated every year"),
        new(DatabaseBackup, "DB_INSTANCE_BACKUP_ENABLED", "Databases are backed up"),
        new(RootWithoutKeys, "IAM_ROOT_ACCESS_KEY_CHECK", "The root user has no access keys"),
        new(UsersMfa, "IAM_USER_MFA_ENABLED", "People have a second factor"),
        new(FunctionsPrivate, "LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED", "Nobody outside the account calls functions"),
        new(DatabasePrivate, "RDS_INSTANCE_PUBLIC_ACCESS_CHECK", "Databases have no public address"),
        new(SnapshotsPrivate, "RDS_SNAPSHOTS_PUBLIC_PROHIBITED", "Snapshots of databases are public to nobody"),
        new(DatabaseEncrypted, "RDS_STORAGE_ENCRYPTED", "Databases are encrypted"),
        // And another one here.
        new(NoOpenSsh, "INCOMING_SSH_DISABLED", "SSH is open to no address of the internet at large"),
        new(RootMfa, "ROOT_ACCOUNT_MFA_ENABLED", "The root user has a second factor"),
        new(BucketsUnread, "S3_BUCKET_PUBLIC_READ_PROHIBITED", "Nobody outside reads buckets"),
        new(BucketsUnwritten, "S3_BUCKET_PUBLIC_WRITE_PROHIBITED", "Nobody outside writes to buckets"),
        new(BucketsTls, "S3_BUCKET_SSL_REQUESTS_ONLY", "Buckets are reached through TLS only"),
        new(DefaultGroupClosed, "VPC_DEFAULT_SECURITY_GROUP_CLOSED", "Default security groups let nothing through"),
    }.ToImmutableSortedDictionary(rule => rule.Name, rule => rule, StringComparer.Ordinal);
}
